import type { ScanQueue } from "@muster/store";
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** What Prometheus is told. */
export interface Metrics {
  readonly registry: Registry;
  readonly requests: Counter<"route" | "status">;
  readonly requestSeconds: Histogram<"route">;
  readonly connections: Gauge;
  readonly jobs: Counter<"outcome">;
  readonly jobSeconds: Histogram;
}

export function openMetrics(queue: ScanQueue): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const depth = new Gauge({
    name: "muster_queue_jobs",
    help: "Scans that wait and that run.",
    labelNames: ["state"],
    registers: [],
    async collect() {
      for (const [state, count] of Object.entries(await queue.depth())) this.set({ state }, count);
    },
  });
  registry.registerMetric(depth);
  return {
    registry,
    requests: new Counter({ name: "muster_http_requests_total", help: "Requests by route and status.", labelNames: ["route", "status"], registers }),
    requestSeconds: new Histogram({ name: "muster_http_request_seconds", help: "Time to answer.", labelNames: ["route"], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30], registers }),
    connections: new Gauge({ name: "muster_http_connections", help: "Connections that are open.", registers }),
    jobs: new Counter({ name: "muster_scan_jobs_total", help: "Scan jobs by what became of them.", labelNames: ["outcome"], registers }),
    jobSeconds: new Histogram({ name: "muster_scan_job_seconds", help: "Time of scan jobs.", buckets: [0.5, 1, 5, 15, 60, 300, 1800], registers }),
  };
}
