package backtalk.conversation;

import java.util.List;
import java.util.Optional;

/**
 * Holds a short text for the reader, with the claims that support it.
 *
 * @param when the guard that must hold to show it
 * @param atLeast the least urgency reached so far that is required to show it, if any
 * @param claims ids of claims; empty for a line that claims nothing
 */
public record SourcedText(Guard when, Optional<Urgency> atLeast, String say, List<String> claims) {

  public SourcedText {
    claims = List.copyOf(claims);
  }

  public boolean holds(FactLookup known, Urgency soFar) {
    return atLeast.map(soFar::atLeast).orElse(true) && when.holds(known);
  }
}
