import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isAllowed, isPublic, objectionTo, type Resolve } from "./address";

/** Thrown, or the error of a connection, where a webhook would go to what is not on the internet. */
export class ForbiddenAddressError extends Error {
  override readonly name = "ForbiddenAddressError";
}

/**
 * The agent for one request to a URL of somebody's choosing. What a name resolves to is judged at the very lookup whose
 * addresses are then connected to, so that no other answer can slip in between (DNS rebinding). It shares no
 * connection with any other request, verifies certificates and uses no proxy, whatever the environment says. Throws
 * ForbiddenAddressError where the URL itself tells that nothing may go there.
 * @param allowed hosts that the operator lets through, which are looked up as everything else on this machine
 */
export function guardedAgent(url: URL, allowed: readonly string[], resolve: Resolve): HttpAgent | HttpsAgent {
  const why = objectionTo(url, allowed);
  if (why !== null) throw new ForbiddenAddressError(`url ${why}`);
  const guard = isAllowed(url, allowed) ? {} : { lookup: judged(resolve), autoSelectFamily: true };
  return url.protocol === "https:"
    ? new HttpsAgent({ keepAlive: false, rejectUnauthorized: true, ...guard })
    : new HttpAgent({ keepAlive: false, ...guard });
}

/** A lookup in the form that connections want, all addresses at once: one that is not public refuses the name. */
function judged(resolve: Resolve): LookupFunction {
  return (host, _options, callback) => {
    const answer = async () => {
      const addresses = await resolve(host);
      if (addresses.length === 0) throw Object.assign(new Error("No address"), { code: "ENOTFOUND" });
      if (!addresses.every(isPublic)) throw new ForbiddenAddressError(`${host} leads to an address inside`);
      return addresses.map((address) => ({ address, family: isIP(address) }));
    };
    answer().then(
      (found) => callback(null, found),
      (error) => callback(error, []),
    );
  };
}
