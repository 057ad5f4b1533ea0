package backtalk.conversation;

import java.util.List;
import java.util.Optional;

/**
 * Describes one fact about the person.
 *
 * @param id readable and stable: a fact whose meaning changes gets a new id
 * @param source ids of the claims that justify its severity
 */
public record Fact(String id, FactTexts words, Severity severity, Link link, List<String> source) {

  public Fact {
    source = List.copyOf(source);
  }

  /** Describes how a fact becomes known and how it depends on other facts. */
  public sealed interface Link {

    /**
     * Marks an independent fact that some state asks.
     *
     * @param neededIf facts of which one must be possible before a calm outcome needs an answer to
     *     this fact; empty: every calm outcome needs it
     */
    record Asked(List<String> neededIf) implements Link {
      public Asked {
        neededIf = List.copyOf(neededIf);
      }

      public Asked() {
        this(List.of());
      }
    }

    /**
     * Marks a fact that is recorded when volunteered and never asked.
     *
     * <p>While it is unknown it blocks no outcome.
     */
    record OnlyIfSaid() implements Link {}

    /**
     * Marks a part of another fact: a yes to the part means yes to the whole, and a no to the whole
     * means no to the part.
     */
    record PartOf(String whole) implements Link {}

    /**
     * Marks a derived fact, never asked or stored: yes when all its facts are yes, no when one is
     * no.
     */
    record Together(List<String> facts) implements Link {
      public Together {
        facts = List.copyOf(facts);
      }
    }
  }

  /** Returns the id of the fact that this one is a part of, or empty when it is no part. */
  public Optional<String> whole() {
    return link instanceof Link.PartOf(String whole) ? Optional.of(whole) : Optional.empty();
  }

  /** Returns true for a fact that is derived from others and never recorded itself. */
  public boolean workedOut() {
    return link instanceof Link.Together;
  }

  /** Returns true for a fact that is recorded when volunteered and never asked. */
  public boolean onlyIfSaid() {
    return link instanceof Link.OnlyIfSaid;
  }

  /** Returns true for a red flag that a person can mention; a derived fact is none. */
  public boolean redFlag() {
    return severity.redFlag() && !workedOut();
  }

  /** Returns true for a red flag that a doctor should look at, soon or later. */
  public boolean sign() {
    return redFlag() && severity.yesAtLeast(Urgency.SEE_DOCTOR_NO_HURRY);
  }
}
