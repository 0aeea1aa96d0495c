import type { ClassValue, FoundEndpoint, Machine, Place, Value } from "@muster/python";
import { endpointWithin } from "@muster/web";
import { findProjects } from "./find-projects.ts";
import type { Project } from "./project.ts";

/** What a program put into the environment. */
export interface NamedSettings {
  readonly name: "DJANGO_SETTINGS_MODULE" | "DJANGO_CONFIGURATION";
  readonly value: Value;
  readonly place: Place;
  readonly isDefault: boolean;
  readonly conditional: boolean;
}

/** What one evaluation knows of the projects in the repository. */
export class Site {
  readonly named: NamedSettings[] = [];
  /** The project whose URLs or requests are being looked at. */
  current: Project | undefined;
  /** The model of requests; set where the models are made. */
  requestClass: ClassValue | undefined;
  /** Whether what runs comes behind the middleware that fills `request.user`. */
  userIsFilled = true;
  #projects: readonly Project[] | undefined;
  #looking = false;

  /** Every settings module that can be deployed, the one that programs name first. */
  projects(machine: Machine): readonly Project[] {
    if (this.#projects) return this.#projects;
    // Settings that read settings while they are looked for find nothing yet, as in Django.
    if (this.#looking) return [];
    this.#looking = true;
    try {
      this.#projects = findProjects(machine, this);
    } finally {
      this.#looking = false;
    }
    return this.#projects;
  }

  /** Runs something for a project: its settings are the settings. */
  within<T>(project: Project, run: () => T): T {
    const { current } = this;
    this.current = project;
    try {
      return run();
    } finally {
      this.current = current;
    }
  }

  /** Runs something before or behind the middleware that fills `request.user`. */
  behindUser<T>(filled: boolean, run: () => T): T {
    const { userIsFilled } = this;
    this.userIsFilled = filled;
    try {
      return run();
    } finally {
      this.userIsFilled = userIsFilled;
    }
  }

  /** An endpoint whose runs see the settings of its project. */
  bound(project: Project, found: FoundEndpoint): FoundEndpoint {
    const bound = endpointWithin(found, (run) => this.within(project, run));
    return { ...bound, ...(found.basis !== undefined && { basis: [found.basis, project.module, project.cls, project.root, project.place] }) };
  }

  /** The project that code at a place belongs to: the one at hand, or else the nearest around it. */
  projectAt(machine: Machine, place: Place): Project | undefined {
    if (this.current) return this.current;
    const { path } = place.module;
    let best: Project | undefined;
    for (const project of this.projects(machine)) {
      if (project.root !== "" && !path.startsWith(`${project.root}/`)) continue;
      if (best === undefined || project.root.length > best.root.length) best = project;
    }
    return best ?? this.projects(machine)[0];
  }
}
