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

/** The machine as a picture, in no language yet: what stands in it, and the arrows between. */
public record Diagram(List<DiagramNode> nodes, List<DiagramEdge> arrows) {

  public Diagram {
    nodes = List.copyOf(nodes);
    arrows = List.copyOf(arrows);
  }

  /** The picture of a machine; where it is known what tests reach, with what they do not. */
  public static Diagram of(StateMachine machine, Optional<TestReach> tested) {
    Drawing drawing =
        new Drawing(
            machine,
            tested.orElse(new TestReach(state -> true, transitionRef -> true, outcome -> true)));
    Diagram plain = new Diagram(drawing.nodes(), drawing.arrows());
    return tested.isPresent() ? plain.withLegend() : plain;
  }

  private Diagram withLegend() {
    boolean gaps =
        nodes.stream().anyMatch(DiagramNode::untested)
            || arrows.stream().anyMatch(DiagramEdge::untested);
    return new Diagram(
        Stream.concat(nodes.stream(), Stream.of(new DiagramNode.Legend(gaps))).toList(), arrows);
  }

  /** A machine being drawn. */
  private record Drawing(StateMachine machine, TestReach testReach) {

    List<DiagramNode> nodes() {
      Stream<DiagramNode> states = machine.states().values().stream().map(this::node);
      Stream<DiagramNode> outcomes = machine.outcomes().values().stream().map(this::node);
      return Stream.of(Stream.of(new DiagramNode.Start()), states, always(), outcomes)
          .<DiagramNode>flatMap(some -> some)
          .toList();
    }

    private Stream<DiagramNode> always() {
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

    List<DiagramEdge> arrows() {
      Stream<DiagramEdge> states = machine.states().values().stream().flatMap(this::arrows);
      Stream<DiagramEdge> always =
          arrows(
              StatePath.TransitionRef.ANYWHERE,
              new DiagramNode.AtEveryMoment().id(),
              machine.anywhere(),
              List.of());
      return Stream.of(Stream.of(begin()), states, always).flatMap(some -> some).toList();
    }

    private DiagramEdge begin() {
      return new DiagramEdge(
          new DiagramNode.Start().id(),
          target(machine.begin()),
          List.of(),
          !testReach.state().test(machine.begin()));
    }

    private Stream<DiagramEdge> arrows(State state) {
      return arrows(state.id(), DiagramNode.idOf(state), state.then(), state.prompt().facts());
    }

    private Stream<DiagramEdge> arrows(
        String from, String node, List<Transition> ways, List<String> asked) {
      GuardFormatter words = new GuardFormatter(machine, asked);
      return IntStream.range(0, ways.size())
          .mapToObj(
              i ->
                  new DiagramEdge(
                      node,
                      target(ways.get(i).to()),
                      words.lines(ways.get(i).when(), i > 0),
                      !testReach.way().test(new StatePath.TransitionRef(from, i))));
    }

    private String target(String id) {
      State state = machine.states().get(id);
      return state == null ? DiagramNode.idOf(machine.outcome(id)) : DiagramNode.idOf(state);
    }
  }
}
