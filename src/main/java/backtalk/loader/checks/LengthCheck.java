package backtalk.loader.checks;

import backtalk.conversation.Fact;
import backtalk.conversation.Outcome;
import backtalk.conversation.Prompt;
import backtalk.conversation.Source;
import backtalk.conversation.SourcedText;
import backtalk.conversation.State;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.Button;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.YamlDocuments;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that no text exceeds the limits of Telegram, of a phone's screen, or of what is read at a
 * glance. Lengths are counted in characters.
 */
record LengthCheck(Input input) implements ConversationCheck {
  /** Limits a message (Telegram Bot API). */
  private static final int MESSAGE = 4096;

  /** Limits phrases that the Bot API limits further. */
  private static final Map<String, Integer> PHRASES =
      Map.of("description", 512, "short-description", 120);

  private static final int COMMAND = 60;

  /** Limits a button to the label that a narrow phone shows in full. */
  private static final int BUTTON = 28;

  /** Limits a question to two or three short sentences. */
  private static final int QUESTION = 200;

  /** Limits a line that says why something is asked or what it means. */
  private static final int REASON = 220;

  /** Limits any other line. */
  private static final int LINE = 320;

  /** Limits a name, which may appear in a list with others. */
  private static final int NAME = 100;

  /** Limits a state's title, which appears beside the progress and in diagrams. */
  private static final int STATE_TITLE = 40;

  /** Limits an emergency's title to what a locked phone shows. */
  private static final int EMERGENCY_TITLE = 100;

  @Override
  public void find() {
    name(conversation().about().title(), files().locate(YamlDocuments.CONVERSATION, "title"));
    conversation().phrases().forEach(this::phrase);
    machine().facts().values().forEach(this::fact);
    machine().states().values().forEach(this::state);
    machine().outcomes().values().forEach(this::outcome);
    conversation().topics().values().forEach(this::topic);
    conversation().topicGroups().forEach(this::group);
    conversation().sources().sources().values().forEach(this::source);
    LocatedLine.ofQuestions(this).forEach(line -> check(line, REASON, "The line"));
    LocatedLine.ofAnswers(this).forEach(line -> check(line, LINE, "The line"));
  }

  private void phrase(String id, String text) {
    int longest = PHRASES.getOrDefault(id, id.startsWith("cmd-") ? COMMAND : MESSAGE);
    checkLength(text, longest, "The text", at().phrase(id));
    if (EnginePhrases.BUTTONS.contains(id)) {
      button(text, at().phrase(id));
    }
  }

  private void fact(Fact fact) {
    name(fact.words().name(), at().fact(fact.id(), "name"));
    question(fact.words().ask(), QUESTION, at().fact(fact.id(), "ask"));
    if (!fact.workedOut()) {
      button(fact.words().button(), at().fact(fact.id(), "button"));
    }
  }

  private void state(State state) {
    checkLength(
        state.question().title(), STATE_TITLE, "The title", at().state(state.id(), "title"));
    question(state.question().say(), QUESTION, at().state(state.id(), "say"));
    if (state.prompt() instanceof Prompt.OneOf one) {
      button(one.none(), at().state(state.id(), "none"));
    }
  }

  /**
   * Checks the length of an outcome with all its lines, whatever their conditions: no case is
   * longer.
   */
  private void outcome(Outcome outcome) {
    Outcome.Card card = outcome.card();
    List<SourcedText> titles = outcome.opening().title();
    String all =
        text(
            Stream.of(
                titles,
                card.means(),
                card.todo(),
                card.now(),
                card.watch(),
                outcome.handover().staff(),
                conversation().cautions()));
    checkLength(all, MESSAGE, "The ending", at().outcome(outcome.id()));
    checkLength(
        text(Stream.of(outcome.handover().staff())),
        Button.MAX_COPIED,
        "What a button copies for the staff",
        at().outcome(outcome.id(), "staff"));
    if (outcome.urgency() == Urgency.EMERGENCY) {
      LocatedLine.below("title", titles, keys -> at().outcome(outcome.id(), keys))
          .forEach(line -> check(line, EMERGENCY_TITLE, "The title of an emergency"));
    }
  }

  private void topic(Topic topic) {
    question(topic.asks(), NAME, at().topic(topic.id(), "asks"));
    button(topic.button(), at().topic(topic.id(), "button"));
    List<SourcedText> lines =
        Stream.concat(topic.card().lines(), conversation().cautions().stream()).toList();
    checkLength(text(Stream.of(lines)), MESSAGE, "The card", at().topic(topic.id()));
  }

  private void group(String id, String label) {
    button(label, files().locate(YamlDocuments.CONVERSATION, "topic-groups", id));
  }

  private void source(Source source) {
    name(source.title(), at().source(source.id(), "title"));
    name(source.name(), at().source(source.id(), "short"));
    source.sections().forEach((id, title) -> name(title, at().source(source.id(), "sections", id)));
  }

  private void name(String name, SourceLocation at) {
    checkLength(name, NAME, "The name", at);
  }

  private void question(String question, int longest, SourceLocation at) {
    checkLength(question, longest, "The question", at);
  }

  private void button(String label, SourceLocation at) {
    checkLength(label, BUTTON, "The button", at);
  }

  private void check(LocatedLine line, int longest, String what) {
    checkLength(line.line().say(), longest, what, line.at());
  }

  private static String text(Stream<List<SourcedText>> lines) {
    return lines.flatMap(List::stream).map(SourcedText::say).collect(Collectors.joining("\n"));
  }
}
