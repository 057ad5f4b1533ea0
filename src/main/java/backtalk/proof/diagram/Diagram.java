package backtalk.proof.diagram;

import backtalk.conversation.Outcome;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.Transition;
import backtalk.proof.TestReach;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Represents a state machine as a diagram, independent of a diagram language. */
public record Diagram(List<DiagramNode> nodes, List<DiagramEdge> edges) {

  public Diagram {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * Returns the diagram of a machine. When test reach is given, parts that no test reaches are
   * marked, with a legend.
   */
  public static Diagram of(StateMachine machine, Optional<TestReach> tested) {
    Drawing drawing =
        new Drawing(
            machine,
            tested.orElse(new TestReach(state -> true, transitionRef -> true, outcome -> true)));
    Diagram plain = new Diagram(drawing.nodes(), drawing.edges());
    return tested.isPresent() ? plain.withLegend() : plain;
  }

  private Diagram withLegend() {
    boolean gaps =
        nodes.stream().anyMatch(DiagramNode::untested)
            || edges.stream().anyMatch(DiagramEdge::untested);
    return new Diagram(
        Stream.concat(nodes.stream(), Stream.of(new DiagramNode.Legend(gaps))).toList(), edges);
  }

  /** Creates the nodes and edges of one machine. */
  private record Drawing(StateMachine machine, TestReach testReach) {

    List<DiagramNode> nodes() {
      Stream<DiagramNode> states = machine.states().values().stream().map(this::node);
      Stream<DiagramNode> outcomes = machine.outcomes().values().stream().map(this::node);
      return Stream.of(Stream.of(new DiagramNode.Start()), states, anywhere(), outcomes)
          .<DiagramNode>flatMap(some -> some)
          .toList();
    }

    private Stream<DiagramNode> anywhere() {
      return machine.anywhere().isEmpty()
          ? Stream.of()
          : Stream.of(new DiagramNode.AtEveryMoment());
    }

    private DiagramNode node(State state) {
      boolean untested = !testReach.state().test(state.id());
      return state.prompt() instanceof Prompt.Nothing
          ? new DiagramNode.Weighs(state, untested)
          : new DiagramNode.Asks(state, untested);
    }

    private DiagramNode node(Outcome outcome) {
      return new DiagramNode.Ends(outcome, !testReach.outcome().test(outcome.id()));
    }

    List<DiagramEdge> edges() {
      Stream<DiagramEdge> states = machine.states().values().stream().flatMap(this::edges);
      Stream<DiagramEdge> anywhere =
          edges(
              StatePath.TransitionRef.ANYWHERE,
              new DiagramNode.AtEveryMoment().id(),
              machine.anywhere(),
              List.of());
      return Stream.of(Stream.of(begin()), states, anywhere).flatMap(some -> some).toList();
    }

    private DiagramEdge begin() {
      return new DiagramEdge(
          new DiagramNode.Start().id(),
          target(machine.begin()),
          List.of(),
          !testReach.state().test(machine.begin()));
    }

    private Stream<DiagramEdge> edges(State state) {
      return edges(state.id(), DiagramNode.idOf(state), state.then(), state.prompt().facts());
    }

    private Stream<DiagramEdge> edges(
        String from, String node, List<Transition> transitions, List<String> asked) {
      GuardFormatter formatter = new GuardFormatter(machine, asked);
      return IntStream.range(0, transitions.size())
          .mapToObj(
              i ->
                  new DiagramEdge(
                      node,
                      target(transitions.get(i).to()),
                      formatter.lines(transitions.get(i).when(), i > 0),
                      !testReach.transition().test(new StatePath.TransitionRef(from, i))));
    }

    private String target(String id) {
      State state = machine.states().get(id);
      return state == null ? DiagramNode.idOf(machine.outcome(id)) : DiagramNode.idOf(state);
    }
  }
}
