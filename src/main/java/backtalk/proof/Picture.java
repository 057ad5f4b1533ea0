package backtalk.proof;

import backtalk.conversation.Expect;
import backtalk.conversation.Machine;
import backtalk.conversation.Outcome;
import backtalk.conversation.State;
import backtalk.conversation.Transition;
import backtalk.conversation.Walk;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The machine as a picture, in no language yet: what stands in it, and the arrows between. */
public record Picture(List<Node> nodes, List<Arrow> arrows) {

  public Picture {
    nodes = List.copyOf(nodes);
    arrows = List.copyOf(arrows);
  }

  /** The picture of a machine; where it is known what tests reach, with what they do not. */
  public static Picture of(Machine machine, Optional<Tested> tested) {
    Drawing drawing =
        new Drawing(
            machine, tested.orElse(new Tested(state -> true, way -> true, outcome -> true)));
    Picture plain = new Picture(drawing.nodes(), drawing.arrows());
    return tested.isPresent() ? plain.withLegend() : plain;
  }

  private Picture withLegend() {
    boolean gaps =
        nodes.stream().anyMatch(Node::untested) || arrows.stream().anyMatch(Arrow::untested);
    return new Picture(
        Stream.concat(nodes.stream(), Stream.of(new Node.Legend(gaps))).toList(), arrows);
  }

  /** A machine being drawn. */
  private record Drawing(Machine machine, Tested tested) {

    List<Node> nodes() {
      Stream<Node> states = machine.states().values().stream().map(this::node);
      Stream<Node> outcomes = machine.outcomes().values().stream().map(this::node);
      return Stream.of(Stream.of(new Node.Start()), states, always(), outcomes)
          .<Node>flatMap(some -> some)
          .toList();
    }

    private Stream<Node> always() {
      return machine.anywhere().isEmpty() ? Stream.of() : Stream.of(new Node.AtEveryMoment());
    }

    private Node node(State state) {
      boolean untested = !tested.state().test(state.id());
      return state.expect() instanceof Expect.Nothing
          ? new Node.Weighs(state, untested)
          : new Node.Asks(state, untested);
    }

    private Node node(Outcome outcome) {
      return new Node.Ends(outcome, !tested.outcome().test(outcome.id()));
    }

    List<Arrow> arrows() {
      Stream<Arrow> states = machine.states().values().stream().flatMap(this::arrows);
      Stream<Arrow> always =
          arrows(Walk.Way.ANYWHERE, new Node.AtEveryMoment().id(), machine.anywhere(), List.of());
      return Stream.of(Stream.of(begin()), states, always).flatMap(some -> some).toList();
    }

    private Arrow begin() {
      return new Arrow(
          new Node.Start().id(),
          target(machine.begin()),
          List.of(),
          !tested.state().test(machine.begin()));
    }

    private Stream<Arrow> arrows(State state) {
      return arrows(state.id(), Node.idOf(state), state.then(), state.expect().facts());
    }

    private Stream<Arrow> arrows(
        String from, String node, List<Transition> ways, List<String> asked) {
      GuardWords words = new GuardWords(machine, asked);
      return IntStream.range(0, ways.size())
          .mapToObj(
              i ->
                  new Arrow(
                      node,
                      target(ways.get(i).to()),
                      words.lines(ways.get(i).when(), i > 0),
                      !tested.way().test(new Walk.Way(from, i))));
    }

    private String target(String id) {
      State state = machine.states().get(id);
      return state == null ? Node.idOf(machine.outcome(id)) : Node.idOf(state);
    }
  }
}
