import { startBalancer } from "../../scripts/test/balancer";

/** A balancer before the ports in BENCH_TARGETS, in a process of its own; prints its port. */
const { url } = await startBalancer((process.env.BENCH_TARGETS ?? "").split(",").map(Number));
console.log(new URL(url).port);
