package backtalk.proof.diagram;

import backtalk.conversation.ConversationPart;
import backtalk.conversation.ConversationPart.Reachable;
import backtalk.conversation.Outcome;
import backtalk.conversation.Prompt;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath;
import backtalk.conversation.Transition;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Represents a state machine as a diagram, independent of a diagram language. */
public record Diagram(List<Node> nodes, List<Edge> edges) {

  /** Names the node where a check begins. */
  static final String START = "start";

  /** Names the node of the transitions that are open from every state. */
  static final String ANYWHERE = "anywhere";

  public Diagram {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * Represents a node.
   *
   * @param id lower-case letters, digits and underscores, unique per node
   * @param lines the lines of the label
   * @param untested true when no test reaches the node
   */
  record Node(String id, Shape shape, NodeColours colours, List<String> lines, boolean untested) {
    Node {
      lines = List.copyOf(lines);
    }
  }

  /** Defines the shapes of nodes, with their notation in Mermaid and in DOT. */
  enum Shape {
    CIRCLE("((", "))", "circle"),
    PARALLELOGRAM("[/", "/]", "parallelogram"),
    BOX("[", "]", "box"),
    HEXAGON("{{", "}}", "hexagon"),
    /** A box with round corners, which DOT sets by a style. */
    ROUNDED("([", "])", "box");

    final String open;
    final String close;
    final String dot;

    Shape(String open, String close, String dot) {
      this.open = open;
      this.close = close;
      this.dot = dot;
    }
  }

  /** Represents a transition: the ids of two nodes, and the lines of its label. */
  record Edge(String from, String to, List<String> lines, boolean untested) {
    Edge {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Returns the diagram of a machine.
   *
   * @param tested tells which states, transitions and outcomes tests reach; the others are marked,
   *     with a legend
   */
  public static Diagram of(StateMachine machine, Optional<Predicate<Reachable>> tested) {
    Drawing drawing = new Drawing(machine, tested.orElse(any -> true));
    Diagram plain = new Diagram(drawing.nodes(), drawing.edges());
    return tested.isPresent() ? plain.withLegend() : plain;
  }

  private Diagram withLegend() {
    boolean gaps =
        nodes.stream().anyMatch(Node::untested) || edges.stream().anyMatch(Edge::untested);
    String text = gaps ? "dashed: no test reaches it" : "tests reach everything here";
    Node legend = new Node("legend", Shape.BOX, NodeColours.ASKS, List.of(text), gaps);
    return new Diagram(Stream.concat(nodes.stream(), Stream.of(legend)).toList(), edges);
  }

  static String idOf(State state) {
    return "state_" + state.id().replace('-', '_');
  }

  static String idOf(Outcome outcome) {
    return "outcome_" + outcome.id().replace('-', '_');
  }

  /** Creates the nodes and edges of one machine. */
  private record Drawing(StateMachine machine, Predicate<Reachable> tested) {

    List<Node> nodes() {
      Stream<Node> anywhere =
          Stream.of(mark(ANYWHERE, Shape.PARALLELOGRAM, "at every moment"))
              .filter(node -> !machine.anywhere().isEmpty());
      return Stream.of(
              Stream.of(mark(START, Shape.CIRCLE, "begin")),
              machine.states().values().stream().map(this::node),
              anywhere,
              machine.outcomes().values().stream().map(this::node))
          .flatMap(some -> some)
          .toList();
    }

    private static Node mark(String id, Shape shape, String label) {
      return new Node(id, shape, NodeColours.MARK, List.of(label), false);
    }

    private Node node(State state) {
      boolean weighs = state.prompt() instanceof Prompt.Nothing;
      int facts = state.prompt().facts().size();
      String asks = "asks " + facts + (facts == 1 ? " fact" : " facts");
      boolean untested = !tested.test(new ConversationPart.OfState(state.id()));
      return new Node(
          idOf(state),
          weighs ? Shape.HEXAGON : Shape.BOX,
          weighs ? NodeColours.WEIGHS : NodeColours.ASKS,
          label(state.question().title(), weighs ? "only weighs" : asks, untested),
          untested);
    }

    private Node node(Outcome outcome) {
      boolean untested = !tested.test(new ConversationPart.OfOutcome(outcome.id()));
      return new Node(
          idOf(outcome),
          Shape.ROUNDED,
          NodeColours.of(outcome.urgency()),
          label(outcome.id(), "level: " + outcome.urgency().word(), untested),
          untested);
    }

    /**
     * Returns two label lines, and a third for an untested node: dashes are hard to see on a round
     * border.
     */
    private static List<String> label(String title, String what, boolean untested) {
      return untested ? List.of(title, what, "no test") : List.of(title, what);
    }

    List<Edge> edges() {
      boolean untested = !tested.test(new ConversationPart.OfState(machine.begin()));
      return Stream.of(
              Stream.of(new Edge(START, target(machine.begin()), List.of(), untested)),
              machine.states().values().stream()
                  .flatMap(s -> edges(s.id(), idOf(s), s.then(), s.prompt().facts())),
              edges(StatePath.TransitionRef.ANYWHERE, ANYWHERE, machine.anywhere(), List.of()))
          .flatMap(some -> some)
          .toList();
    }

    private Stream<Edge> edges(
        String from, String node, List<Transition> transitions, List<String> asked) {
      GuardFormatter formatter = new GuardFormatter(machine, asked);
      return IntStream.range(0, transitions.size())
          .mapToObj(
              i ->
                  new Edge(
                      node,
                      target(transitions.get(i).to()),
                      formatter.lines(transitions.get(i).when(), i > 0),
                      !tested.test(
                          new ConversationPart.OfTransition(
                              new StatePath.TransitionRef(from, i)))));
    }

    private String target(String id) {
      State state = machine.states().get(id);
      return state == null ? idOf(machine.outcome(id)) : idOf(state);
    }
  }
}
