package backtalk.proof.diagram;

import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import java.util.List;

/** Something that stands in a picture of the machine, with the lines written on it. */
public sealed interface DiagramNode {

  /** Its name in a file: small letters, digits and low lines, unlike that of any other node. */
  String id();

  /** What is written on it. */
  List<String> lines();

  /** True when it is known that no test reaches it. */
  default boolean untested() {
    return false;
  }

  /** Where a check begins. */
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

  /** Where the transitions come from that are listened for all the time. */
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

  /** A state that asks for facts. */
  record Asks(State state, boolean untested) implements DiagramNode {
    @Override
    public String id() {
      return idOf(state);
    }

    @Override
    public List<String> lines() {
      int facts = state.prompt().facts().size();
      return written(
          state.question().title(), "asks " + facts + (facts == 1 ? " fact" : " facts"), untested);
    }
  }

  /** A state that asks nothing, and only weighs what is known. */
  record Weighs(State state, boolean untested) implements DiagramNode {
    @Override
    public String id() {
      return idOf(state);
    }

    @Override
    public List<String> lines() {
      return written(state.question().title(), "only weighs", untested);
    }
  }

  /** An outcome; how urgent it is stands on it in words. */
  record Ends(Outcome outcome, boolean untested) implements DiagramNode {
    @Override
    public String id() {
      return idOf(outcome);
    }

    @Override
    public List<String> lines() {
      return written(outcome.id(), "level: " + outcome.urgency().word(), untested);
    }
  }

  /** What dashed means; where nothing is dashed, that the tests reach everything. */
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

  /** Two lines, and a third where no test reaches: dashes are hard to see on a round edge. */
  private static List<String> written(String title, String what, boolean untested) {
    return untested ? List.of(title, what, "no test") : List.of(title, what);
  }

  /** The id of the node of a state. */
  static String idOf(State state) {
    return "state_" + state.id().replace('-', '_');
  }

  /** The id of the node of an outcome. */
  static String idOf(Outcome outcome) {
    return "outcome_" + outcome.id().replace('-', '_');
  }
}
