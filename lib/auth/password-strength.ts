import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { invalid } from "@/lib/errors";
import { once } from "@/lib/once";

/** Of zxcvbn's scores 0 to 4: below this, a patient guesser is through in under a million tries. */
const LEAST_SCORE = 2;
/** The estimate's cost grows steeply with length, and a prefix that is hard to guess is enough. */
const JUDGED_CHARACTERS = 48;

/**
 * Refuses a password that is among the most common or easily derived from them or from what is known of the person.
 * Throws a 422 for the field `password`.
 */
export function requireStrongPassword(
  password: string,
  known: { name: string; email: string; organization: string },
) {
  const estimator = once(
    "password-strength",
    () => new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }),
  );
  const { score } = estimator.check(
    password.slice(0, JUDGED_CHARACTERS),
    words([known.name, known.email, known.organization]),
  );
  if (score < LEAST_SCORE) throw invalid("password", "password is too easy to guess");
}

/** Each text as it is, the halves of an e-mail, all glued together, and its parts. */
function words(texts: string[]): string[] {
  return texts
    .flatMap((text) => [text, ...text.split("@"), text.replace(/\W+/g, ""), ...text.split(/\W+/)])
    .filter((word) => word.length > 2);
}
