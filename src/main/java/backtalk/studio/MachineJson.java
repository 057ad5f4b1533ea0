package backtalk.studio;

import backtalk.conversation.Conversation;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Sources;
import backtalk.conversation.StateMachine;
import backtalk.conversation.StatePath.TransitionRef;
import backtalk.conversation.Topic;
import backtalk.conversation.Transition;
import backtalk.loader.LoadResult;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.SourceMap;
import backtalk.proof.diagram.Diagram;
import backtalk.proof.diagram.DotWriter;
import backtalk.proof.diagram.GuardFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Defines the JSON of a conversation, in which guards are words.
 *
 * @param dot the diagram of the state machine in the language of Graphviz
 * @param edges the transitions in the order of the diagram's edges
 * @param places file and line of each state, outcome and topic
 */
record MachineJson(
    String title,
    String dot,
    List<TransitionRef> edges,
    StateMachine machine,
    Map<String, Topic> topics,
    List<SourcedText> cautions,
    Sources sources,
    Map<String, String> places) {

  /** Marks the edge from the begin to the first state. */
  private static final TransitionRef BEGIN = new TransitionRef("start", 0);

  static byte[] of(LoadResult.Read read) {
    Conversation conversation = read.conversation();
    StateMachine machine = conversation.machine();
    MachineJson json =
        new MachineJson(
            conversation.about().title(),
            DotWriter.of(Diagram.of(machine, Optional.empty())),
            edges(machine),
            machine,
            conversation.topics(),
            conversation.cautions(),
            conversation.sources(),
            places(conversation, read.sourceMap()));
    return StudioJson.write(json, new GuardFormatter(machine, List.of())::whole);
  }

  /** Returns the transitions in the order in which a diagram lists its edges. */
  private static List<TransitionRef> edges(StateMachine machine) {
    List<TransitionRef> edges = new ArrayList<>(List.of(BEGIN));
    machine.states().values().forEach(it -> edges.addAll(refs(it.id(), it.then())));
    edges.addAll(refs(TransitionRef.ANYWHERE, machine.anywhere()));
    return edges;
  }

  private static List<TransitionRef> refs(String from, List<Transition> transitions) {
    return IntStream.range(0, transitions.size())
        .mapToObj(i -> new TransitionRef(from, i))
        .toList();
  }

  private static Map<String, String> places(Conversation conversation, SourceMap map) {
    Map<String, String> places = new LinkedHashMap<>();
    put(places, "state", conversation.machine().states().keySet(), map::state);
    put(places, "outcome", conversation.machine().outcomes().keySet(), map::outcome);
    put(places, "topic", conversation.topics().keySet(), map::topic);
    return places;
  }

  private static void put(
      Map<String, String> places,
      String kind,
      Collection<String> ids,
      Function<String, SourceLocation> location) {
    for (String id : ids) {
      SourceLocation at = location.apply(id);
      places.put(kind + " " + id, at.file() + ":" + at.line());
    }
  }
}
