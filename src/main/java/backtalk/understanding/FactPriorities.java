package backtalk.understanding;

import java.util.List;
import java.util.Set;

/**
 * Holds the facts that detection can report, by priority.
 *
 * @param order every fact that can be mentioned, most urgent first
 * @param emergencies the facts that are emergencies
 * @param redFlags the facts that are red flags
 * @param signs the red flags that a doctor should look at
 */
public record FactPriorities(
    List<String> order, Set<String> emergencies, Set<String> redFlags, Set<String> signs) {
  public FactPriorities {
    order = List.copyOf(order);
    emergencies = Set.copyOf(emergencies);
    redFlags = Set.copyOf(redFlags);
    signs = Set.copyOf(signs);
  }
}
