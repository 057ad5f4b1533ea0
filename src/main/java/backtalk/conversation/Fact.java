package backtalk.conversation;

import java.util.List;

/**
 * One thing that a person may tell us of themselves.
 *
 * @param id readable and stable: a fact whose meaning changes gets a new one
 * @param source the claims that its severity rests on
 */
public record Fact(String id, FactTexts words, Severity severity, Link link, List<String> source) {

  public Fact {
    source = List.copyOf(source);
  }

  /** How a fact comes to be known, and how it hangs together with others. */
  public sealed interface Link {

    /** A fact of its own, asked in some state. */
    record Asked() implements Link {}

    /** Heard when volunteered, never asked: unknown does not hold an ending back. */
    record OnlyIfSaid() implements Link {}

    /** A yes here is a yes of the whole; a no of the whole is a no here. */
    record PartOf(String whole) implements Link {}

    /** Worked out, never asked or stored: yes when all are yes, no when one is no. */
    record Together(List<String> facts) implements Link {
      public Together {
        facts = List.copyOf(facts);
      }
    }
  }

  /** True for a fact that is worked out from others and never told. */
  public boolean workedOut() {
    return link instanceof Link.Together;
  }

  /** True for a fact that is heard when volunteered and never asked. */
  public boolean onlyIfSaid() {
    return link instanceof Link.OnlyIfSaid;
  }

  /** True for a red flag that a person tells (one worked out from others is not told). */
  public boolean redFlag() {
    return severity.redFlag() && !workedOut();
  }
}
