package backtalk.loader.yaml;

/** Locates a line in a file: path below the conversation's folder, and line counted from 1. */
public record SourceLocation(String file, int line) {}
