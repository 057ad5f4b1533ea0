package backtalk.web;

import java.util.List;

/**
 * Whether the bot can serve people now.
 *
 * @param missing what it lacks, each in a word or two that name nobody; empty when it is ready
 */
public record Readiness(List<String> missing) {

  public Readiness {
    missing = List.copyOf(missing);
  }

  /** Whether nothing is missing. */
  public boolean isReady() {
    return missing.isEmpty();
  }
}
