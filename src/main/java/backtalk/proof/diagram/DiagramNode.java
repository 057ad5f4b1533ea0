package backtalk.proof.diagram;

import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import java.util.List;

/** Represents a node of a diagram, with the lines of its label. */
public sealed interface DiagramNode {

  /**
   * Returns the id in a diagram file: lower-case letters, digits and underscores, unique per node.
   */
  String id();

  /** Returns the lines of the label. */
  List<String> lines();

  /** Returns true when no test reaches the node. */
  default boolean untested() {
    return false;
  }

  /** Marks the start of a check. */
  record Start() implements DiagramNode {
    @Override
    public String id() {
      return "start";
    }

    @Override
    public List<String> lines() {
      return List.of("begin");
    }
  }

  /** Marks the source of the transitions that are open from every state. */
  record AtEveryMoment() implements DiagramNode {
    @Override
    public String id() {
      return "anywhere";
    }

    @Override
    public List<String> lines() {
      return List.of("at every moment");
    }
  }

  /** Represents a state that asks for facts. */
  record Asks(State state, boolean untested) implements DiagramNode {
    @Override
    public String id() {
      return idOf(state);
    }

    @Override
    public List<String> lines() {
      int facts = state.prompt().facts().size();
      return label(
          state.question().title(), "asks " + facts + (facts == 1 ? " fact" : " facts"), untested);
    }
  }

  /** Represents a state that asks nothing and only decides by known facts. */
  record Weighs(State state, boolean untested) implements DiagramNode {
    @Override
    public String id() {
      return idOf(state);
    }

    @Override
    public List<String> lines() {
      return label(state.question().title(), "only weighs", untested);
    }
  }

  /** Represents an outcome, labelled with its urgency. */
  record Ends(Outcome outcome, boolean untested) implements DiagramNode {
    @Override
    public String id() {
      return idOf(outcome);
    }

    @Override
    public List<String> lines() {
      return label(outcome.id(), "level: " + outcome.urgency().word(), untested);
    }
  }

  /** Explains dashed parts, or says that the tests reach everything. */
  record Legend(boolean untested) implements DiagramNode {
    @Override
    public String id() {
      return "legend";
    }

    @Override
    public List<String> lines() {
      return List.of(untested ? "dashed: no test reaches it" : "tests reach everything here");
    }
  }

  /**
   * Returns two label lines, and a third for an untested node: dashes are hard to see on a round
   * border.
   */
  private static List<String> label(String title, String what, boolean untested) {
    return untested ? List.of(title, what, "no test") : List.of(title, what);
  }

  /** Returns the id of a state's node. */
  static String idOf(State state) {
    return "state_" + state.id().replace('-', '_');
  }

  /** Returns the id of an outcome's node. */
  static String idOf(Outcome outcome) {
    return "outcome_" + outcome.id().replace('-', '_');
  }
}
