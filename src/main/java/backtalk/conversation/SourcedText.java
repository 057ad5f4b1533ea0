package backtalk.conversation;

import java.util.List;
import java.util.Optional;

/**
 * A sentence or two that a person reads, with the claims that it rests on.
 *
 * @param when said only where this holds
 * @param atLeast and only where the level so far is this or more urgent
 * @param claims ids of claims; empty for a line that claims nothing
 */
public record SourcedText(Guard when, Optional<Urgency> atLeast, String say, List<String> claims) {

  public SourcedText {
    claims = List.copyOf(claims);
  }

  /** True when the line is to be said. */
  public boolean holds(FactLookup known, Urgency soFar) {
    return atLeast.map(soFar::atLeast).orElse(true) && when.holds(known);
  }
}
