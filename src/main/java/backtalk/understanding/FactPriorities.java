package backtalk.understanding;

import java.util.List;
import java.util.Set;

/**
 * What detection must know of facts.
 *
 * @param order every fact that can be told, most urgent first
 * @param emergencies those that are an emergency
 * @param redFlags those that send a person to somebody
 */
public record FactPriorities(List<String> order, Set<String> emergencies, Set<String> redFlags) {
  public FactPriorities {
    order = List.copyOf(order);
    emergencies = Set.copyOf(emergencies);
    redFlags = Set.copyOf(redFlags);
  }
}
