package backtalk.web;

import java.util.List;

/**
 * Lists the reasons why the bot cannot serve people now.
 *
 * @param missing a few words for each reason, without personal data; empty when the bot is ready
 */
public record Readiness(List<String> missing) {

  public Readiness {
    missing = List.copyOf(missing);
  }

  /** Returns true when nothing is missing. */
  public boolean isReady() {
    return missing.isEmpty();
  }
}
