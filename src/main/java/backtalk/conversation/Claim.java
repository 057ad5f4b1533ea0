package backtalk.conversation;

/** One claim of a source, in our own words; {@code id} is the source's id, a dash and a number. */
public record Claim(String id, String source, String section, String says) {}
