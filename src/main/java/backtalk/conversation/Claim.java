package backtalk.conversation;

/**
 * One claim of a source, in our own words; {@code id} is the source's id, a dash and a number.
 *
 * @param urges how serious the source takes that of which it speaks to be
 */
public record Claim(String id, String source, String section, String says, Severity urges) {}
