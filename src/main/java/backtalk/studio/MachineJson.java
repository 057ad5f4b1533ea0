package backtalk.studio;

import backtalk.conversation.Conversation;
import backtalk.conversation.SourcedText;
import backtalk.conversation.Sources;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
import backtalk.loader.LoadResult;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.SourceMap;
import backtalk.proof.diagram.Diagram;
import backtalk.proof.diagram.DotWriter;
import backtalk.proof.diagram.GuardFormatter;
import backtalk.telegram.parsing.CommandParser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Defines the JSON of a conversation, in which guards are words.
 *
 * @param dot the diagram of the state machine in the language of Graphviz
 * @param menu names of the commands in the menu
 * @param places file and line of each state, outcome and topic
 */
record MachineJson(
    Conversation.About about,
    String dot,
    StateMachine machine,
    Map<String, Topic> topics,
    List<SourcedText> cautions,
    Sources sources,
    Map<String, String> phrases,
    List<String> menu,
    Map<String, String> places) {

  static byte[] of(LoadResult.Read read) {
    Conversation conversation = read.conversation();
    StateMachine machine = conversation.machine();
    MachineJson json =
        new MachineJson(
            conversation.about(),
            DotWriter.of(Diagram.of(machine, Optional.empty())),
            machine,
            conversation.topics(),
            conversation.cautions(),
            conversation.sources(),
            conversation.phrases(),
            CommandParser.MENU,
            places(conversation, read.sourceMap()));
    return StudioJson.write(json, new GuardFormatter(machine, List.of())::whole);
  }

  private static Map<String, String> places(Conversation conversation, SourceMap map) {
    StateMachine machine = conversation.machine();
    Map<String, String> places = new LinkedHashMap<>();
    machine.states().keySet().forEach(id -> places.put("state " + id, place(map.state(id))));
    machine.outcomes().keySet().forEach(id -> places.put("outcome " + id, place(map.outcome(id))));
    conversation.topics().keySet().forEach(id -> places.put("topic " + id, place(map.topic(id))));
    return places;
  }

  private static String place(SourceLocation at) {
    return at.file() + ":" + at.line();
  }
}
