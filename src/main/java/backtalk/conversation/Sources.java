package backtalk.conversation;

import java.util.Map;

/** Holds the sources of a conversation and all their claims, by id, in the order of the file. */
public record Sources(Map<String, Source> sources, Map<String, Claim> claims) {}
