package backtalk.conversation;

/**
 * Holds one claim of a source.
 *
 * @param id the source's id, a dash and a number
 * @param says the claim, paraphrased
 * @param urges the severity that the source gives to the fact described
 */
public record Claim(String id, String source, String section, String says, Severity urges) {}
