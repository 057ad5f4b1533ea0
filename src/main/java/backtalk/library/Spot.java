package backtalk.library;

/** A place in a file: path below the conversation's folder, and line counted from 1. */
public record Spot(String file, int line) {}
