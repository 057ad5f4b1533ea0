package backtalk.studio;

import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath.TransitionRef;
import backtalk.conversation.Transition;
import backtalk.loader.LoadResult;
import backtalk.loader.yaml.SourceLocation;
import backtalk.proof.diagram.Diagram;
import backtalk.proof.diagram.DotWriter;
import backtalk.proof.diagram.GuardFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Defines the JSON of the state machine: its diagram, and what each node holds.
 *
 * @param version the hash of the conversation
 * @param dot the diagram in the language of Graphviz
 * @param edges the transitions in the order of the diagram's edges
 * @param claims every claim by its id
 */
record MachineJson(
    String version,
    String title,
    String dot,
    List<TransitionRef> edges,
    List<Node> nodes,
    Map<String, ClaimJson> claims) {

  /** Marks the edge from the begin to the first state. */
  private static final TransitionRef BEGIN = new TransitionRef("start", 0);

  /**
   * Defines a state or an outcome.
   *
   * @param kind state or outcome
   * @param level the urgency of an outcome
   * @param place file and line
   */
  record Node(
      String kind,
      String id,
      String title,
      Optional<String> level,
      List<Text> texts,
      List<Way> ways,
      String place) {}

  /** Defines a text with its role, its guard in words, and the ids of its claims. */
  record Text(String role, String text, String when, List<String> claims) {}

  /** Defines a transition: its guard in words and the id of its target. */
  record Way(String when, String to) {}

  /** Defines a claim, and the short name of its source. */
  record ClaimJson(String says, String source) {}

  static MachineJson of(LoadResult.Read read) {
    Conversation conversation = read.conversation();
    StateMachine machine = conversation.machine();
    return new MachineJson(
        conversation.about().hash(),
        conversation.about().title(),
        DotWriter.of(Diagram.of(machine, Optional.empty())),
        edges(machine),
        Stream.concat(
                machine.states().values().stream().map(it -> node(it, read)),
                machine.outcomes().values().stream().map(it -> node(it, read)))
            .toList(),
        claims(conversation));
  }

  /** Returns the transitions in the order in which a diagram lists its edges. */
  private static List<TransitionRef> edges(StateMachine machine) {
    List<TransitionRef> edges = new ArrayList<>(List.of(BEGIN));
    machine.states().values().forEach(it -> add(edges, it.id(), it.then()));
    add(edges, TransitionRef.ANYWHERE, machine.anywhere());
    return edges;
  }

  private static void add(List<TransitionRef> edges, String from, List<Transition> transitions) {
    for (int i = 0; i < transitions.size(); i++) {
      edges.add(new TransitionRef(from, i));
    }
  }

  private static Node node(State state, LoadResult.Read read) {
    StateMachine machine = read.conversation().machine();
    GuardFormatter guards = new GuardFormatter(machine, state.prompt().facts());
    State.Question question = state.question();
    return new Node(
        "state",
        state.id(),
        question.title(),
        Optional.empty(),
        Stream.of(
                state.prompt().facts().isEmpty()
                    ? Stream.<Text>of()
                    : Stream.of(new Text("asks", question.say(), "", List.of())),
                texts("why it is asked", question.why(), guards),
                texts("meaning", question.help(), guards),
                state.prompt().facts().stream().flatMap(it -> fact(machine.fact(it), guards)))
            .flatMap(Function.identity())
            .toList(),
        state.then().stream().map(it -> new Way(guards.whole(it.when()), it.to())).toList(),
        place(read.sourceMap().state(state.id())));
  }

  private static Stream<Text> fact(Fact fact, GuardFormatter guards) {
    String role = "“" + fact.words().button() + "”";
    return Stream.concat(
        Stream.of(new Text(role, fact.words().ask(), "", fact.source())),
        texts(role + ": why", fact.words().why(), guards));
  }

  private static Node node(Outcome outcome, LoadResult.Read read) {
    GuardFormatter guards = new GuardFormatter(read.conversation().machine(), List.of());
    Map<String, List<SourcedText>> lines = new LinkedHashMap<>();
    lines.put("title", outcome.opening().title());
    lines.put("opens every reply", outcome.opening().opensWith());
    lines.put("recall", outcome.opening().recall());
    lines.put("means", outcome.card().means());
    lines.put("do", outcome.card().todo());
    lines.put("now", outcome.card().now());
    lines.put("watch", outcome.card().watch());
    return new Node(
        "outcome",
        outcome.id(),
        outcome.id(),
        Optional.of(outcome.urgency().word()),
        lines.entrySet().stream()
            .flatMap(entry -> texts(entry.getKey(), entry.getValue(), guards))
            .toList(),
        List.of(),
        place(read.sourceMap().outcome(outcome.id())));
  }

  private static Stream<Text> texts(String role, List<SourcedText> lines, GuardFormatter guards) {
    return lines.stream()
        .map(line -> new Text(role, line.say(), when(line, guards), line.claims()));
  }

  private static String when(SourcedText line, GuardFormatter guards) {
    String least = line.atLeast().map(it -> "at least " + it.word()).orElse("");
    String guard = guards.whole(line.when());
    return least.isEmpty() || guard.isEmpty() ? least + guard : least + " and " + guard;
  }

  private static Map<String, ClaimJson> claims(Conversation conversation) {
    Map<String, ClaimJson> claims = new LinkedHashMap<>();
    conversation
        .sources()
        .claims()
        .forEach(
            (id, claim) ->
                claims.put(id, new ClaimJson(claim.says(), name(conversation, claim.source()))));
    return claims;
  }

  private static String name(Conversation conversation, String source) {
    var found = conversation.sources().sources().get(source);
    return found == null ? source : found.name();
  }

  static String place(SourceLocation at) {
    return at.file() + ":" + at.line();
  }
}
