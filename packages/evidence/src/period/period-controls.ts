import { controlCatalogue, type Control, type PeriodControl, type PeriodDeviation, type PeriodVerdict, type PopulationUnit, type Timeline, type Violation } from "@muster/contract";
import type { RecordedWaiver } from "../records/waiver-record.ts";
import { hoursBetween } from "./violations.ts";

/** Percent of hours in scope that have to be decided before silence may be called "no deviations noted". */
export const leastCoverage = 95;
/** Hours in which a failure has to be mended. */
export const remediationHours = 720;

export interface ControlsInput {
  readonly timeline: Timeline;
  readonly units: readonly PopulationUnit[];
  readonly end: string;
  readonly violations: readonly Violation[];
  readonly waivers: readonly RecordedWaiver[];
  readonly deviations: readonly PeriodDeviation[];
}

/** A verdict for each control of the catalogue: those of the code from what commits came to, those of the process from the report itself. */
export function periodControls(input: ControlsInput): PeriodControl[] {
  return controlCatalogue.map((control) => {
    switch (control.id) {
      case "CHG-01":
        return changeControl(control, input);
      case "REM-01":
        return remediationControl(control, input);
      case "EXC-01":
        return exceptionControl(control, input);
      default:
        return codeControl(control, input);
    }
  });
}

function codeControl(control: Control, { timeline, units, end, violations, deviations }: ControlsInput): PeriodControl {
  const hours = { inScope: 0, compliant: 0, failing: 0, undecided: 0, waived: 0 };
  const dropped = new Set(deviations.flatMap(({ kind, commit }) => (kind === "inventory-drop" ? [commit] : [])));
  let since: string | undefined;
  let wasThere = true;
  for (const [place, commit] of timeline.commits.entries()) {
    const unit = units[place];
    const counts = commit.controls[control.id];
    if (unit === undefined) continue;
    if (counts === undefined) {
      wasThere = false;
      continue;
    }
    if (!wasThere) since ??= commit.commit;
    const span = hoursBetween(unit.at, units[place + 1]?.at ?? end);
    hours.inScope += span * (counts.pass + counts.fail + counts.indeterminate + counts.error);
    hours.failing += span * counts.fail;
    // What was not analysed in full proves no pass.
    if (commit.status === "partial" || dropped.has(commit.commit)) hours.undecided += span * (counts.pass + counts.indeterminate + counts.error);
    else {
      hours.compliant += span * counts.pass;
      hours.undecided += span * (counts.indeterminate + counts.error);
    }
  }
  const own = violations.filter((violation) => violation.control === control.id);
  hours.waived = own.reduce((sum, { waivedHours }) => sum + waivedHours, 0);
  const longestHours = Math.max(0, ...own.map((violation) => violation.hours));
  const percent = (part: number): number => (100 * part) / hours.inScope;
  const coverage = hours.inScope > 0 ? percent(hours.compliant + hours.failing) : undefined;
  const gaps = deviations.length > 0;
  const { verdict, reason } = decide();
  return {
    ...about(control),
    verdict,
    reason,
    ...(since !== undefined && { since }),
    hours,
    ...(coverage !== undefined && { operating: percent(hours.compliant), operatingWithWaivers: percent(Math.min(hours.inScope, hours.compliant + hours.waived)), coverage }),
    violations: own.length,
    longestHours,
  };

  function decide(): { readonly verdict: PeriodVerdict; readonly reason: string } {
    if (own.length > 0 && hours.compliant === 0 && hours.undecided === 0) return { verdict: "did not operate", reason: "It failed wherever it applied, all the time." };
    if (own.length > 0) return { verdict: "deviations noted", reason: `${own.length === 1 ? "One violation" : `${own.length} violations`}, the longest of ${longestHours.toFixed(1)} hours; ${hours.waived.toFixed(1)} hours are waived.` };
    if (coverage === undefined) return { verdict: "insufficient evidence", reason: "It applied to nothing, or for no time." };
    if (coverage < leastCoverage) return { verdict: "insufficient evidence", reason: `${coverage.toFixed(1)} % of the hours in scope are decided; ${leastCoverage} % have to be.` };
    if (gaps) return { verdict: "insufficient evidence", reason: "It failed nowhere that was looked at, and the record of the period has gaps: see completeness." };
    return { verdict: "no deviations noted", reason: "It failed nowhere, and the record of the period is complete." };
  }
}

/** Every state of the branch was analysed. */
function changeControl(control: Control, { units, deviations }: ControlsInput): PeriodControl {
  const onTime = units.filter(({ scan }) => scan === "on-time").length;
  const others = units.length - onTime;
  const unrecorded = units.filter(({ scan }) => scan === "unrecorded").length;
  const verdict: PeriodVerdict = units.length === 0 || unrecorded > 0 ? "insufficient evidence" : onTime === 0 ? "did not operate" : others > 0 || deviations.length > 0 ? "deviations noted" : "no deviations noted";
  return processControl(control, verdict, `${onTime} of ${units.length} states of the branch were scanned in time, by the ledger; ${deviations.length} deviations from a complete record.`, others);
}

function remediationControl(control: Control, { violations, deviations }: ControlsInput): PeriodControl {
  const late = violations.filter(({ hours, waivedHours }) => hours - waivedHours > remediationHours);
  const verdict: PeriodVerdict = late.length > 0 ? "deviations noted" : deviations.length > 0 ? "insufficient evidence" : "no deviations noted";
  return processControl(control, verdict, `${late.length} of ${violations.length} violations took longer than ${remediationHours / 24} days, waived time aside.`, late.length, Math.max(0, ...late.map(({ hours }) => hours)));
}

/** Waivers that may not be are refused when the ledger is read: those that are here have an approver and an end. */
function exceptionControl(control: Control, { waivers, deviations }: ControlsInput): PeriodControl {
  const noLedger = deviations.some(({ kind }) => kind === "no-ledger");
  return processControl(control, noLedger ? "insufficient evidence" : "no deviations noted", noLedger ? "Without a ledger there is no record of waivers." : `${waivers.length} waivers, each for one endpoint or finding, approved by another person than asked for it, and with an end.`, 0);
}

function processControl(control: Control, verdict: PeriodVerdict, reason: string, violations: number, longestHours = 0): PeriodControl {
  return { ...about(control), verdict, reason, hours: { inScope: 0, compliant: 0, failing: 0, undecided: 0, waived: 0 }, violations, longestHours };
}

function about({ id, statement, criteria }: Control): Pick<PeriodControl, "control" | "statement" | "criteria"> {
  return { control: id, statement, criteria };
}
