package backtalk.dialogue.rendering;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Position;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.FormattedText;
import backtalk.dialogue.Message;
import backtalk.dialogue.Question;
import backtalk.dialogue.Situation;
import backtalk.dialogue.handling.ReplyPart;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonSpec;
import backtalk.dialogue.input.CommandKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders the parts of a reply: notes as sentences, pages as messages. */
final class ReplyPartRenderer {

  private final Conversation conversation;
  private final StateMachine machine;
  private final MessageCatalog phrases;
  private final Keyboards keyboards;
  private final TopicRenderer topics;
  private final OutcomeRenderer outcomeRenderer;

  ReplyPartRenderer(
      Conversation conversation, TopicRenderer topics, OutcomeRenderer outcomeRenderer) {
    this.conversation = conversation;
    this.machine = conversation.machine();
    this.phrases = new MessageCatalog(conversation);
    this.keyboards = new Keyboards(conversation);
    this.topics = topics;
    this.outcomeRenderer = outcomeRenderer;
  }

  /** Returns the notes in order; those about recorded facts only when {@code recorded} is true. */
  List<String> notes(List<ReplyPart> parts, boolean recorded) {
    List<String> notes = new ArrayList<>();
    for (ReplyPart part : parts) {
      if (part instanceof ReplyPart.Note note
          && (recorded || !(note instanceof ReplyPart.Recorded))) {
        notes.add(note(note));
      }
    }
    return notes;
  }

  private String note(ReplyPart.Note note) {
    return switch (note) {
      case ReplyPart.Phrase(String id) -> phrases.text(id);
      case ReplyPart.Recorded(Map<String, Answer> answers, boolean changed) ->
          naming(answers, changed ? "changed" : "noted");
      case ReplyPart.Undone(Map<String, Answer> answers) -> naming(answers, "undone");
      case ReplyPart.AdviceSoFar(Urgency urgency) ->
          phrases.text("advice-so-far", Map.of("ending", phrases.urgency(urgency)));
      case ReplyPart.Unreadable(String kind) ->
          phrases.text("unreadable", Map.of("kind", phrases.text("unreadable-" + kind)));
    };
  }

  private String naming(Map<String, Answer> answers, String phrase) {
    List<String> named =
        answers.entrySet().stream()
            .map(entry -> phrases.answer(machine.fact(entry.getKey()), entry.getValue()))
            .toList();
    return phrases.text(phrase, Map.of("facts", MessageCatalog.list(named)));
  }

  /** Returns the pages as messages, with these notes in front of the first. */
  List<Message> messages(List<ReplyPart> parts, Situation at, List<String> notes) {
    List<Message> all = new ArrayList<>();
    for (ReplyPart part : parts) {
      if (part instanceof ReplyPart.Card(Topic topic, var alternatives)) {
        all.addAll(topics.above(topic, at.cautious()));
      }
      if (part instanceof ReplyPart.Page page) {
        message(page, at).ifPresent(all::add);
      }
    }
    if (!all.isEmpty() && !notes.isEmpty()) {
      all.set(0, all.getFirst().withOpening(String.join("\n\n", notes)));
    }
    return all;
  }

  private Optional<Message> message(ReplyPart.Page page, Situation at) {
    return switch (page) {
      case ReplyPart.Card(Topic topic, List<Topic> alternatives) ->
          Optional.of(
              topics.card(
                  topic,
                  alternatives,
                  at.cautious(),
                  at.dialogue().question(),
                  !at.dialogue().begun()));
      case ReplyPart.Unfolded(Topic topic, List<Topic> others, boolean again) ->
          message(at, topics.unfolded(topic, again, at.cautious()), withCheck(at, others));
      case ReplyPart.Answers(List<Topic> answered) ->
          message(at, topics.answers(answered, at.cautious()), TopicRenderer.rows(answered));
      case ReplyPart.Offer(List<Topic> offered) ->
          message(at, phrases.text("offer"), offer(offered));
      case ReplyPart.Text(String phrase, List<CommandKind> commands) ->
          message(at, phrases.text(phrase), List.of(keyboards.commands(commands)));
      case ReplyPart.Welcome(List<Topic> asked) -> {
        List<List<ButtonSpec>> rows = new ArrayList<>(TopicRenderer.rows(asked));
        rows.addFirst(keyboards.commands(ReplyPart.Text.MENU));
        yield message(at, phrases.text("welcome"), rows);
      }
      case ReplyPart.Menu(String group) ->
          message(at, conversation.topicGroups().getOrDefault(group, ""), topics.ofGroup(group));
      case ReplyPart.Shown(CommandKind command) -> shown(command, at);
      case ReplyPart.Resumed resumed -> resumed(at);
    };
  }

  /** Returns a button for each topic and, before a check has begun, one that begins it. */
  private List<List<ButtonSpec>> withCheck(Situation at, List<Topic> others) {
    List<List<ButtonSpec>> rows = new ArrayList<>(TopicRenderer.rows(others));
    if (!at.dialogue().begun()) {
      rows.add(List.of(keyboards.command(CommandKind.CHECK)));
    }
    return rows;
  }

  private static Optional<Message> message(Situation at, String text, List<List<ButtonSpec>> rows) {
    return message(at, FormattedText.of(text), rows);
  }

  private static Optional<Message> message(
      Situation at, FormattedText text, List<List<ButtonSpec>> rows) {
    return Optional.of(
        new Message(Message.Kind.NOTE, text, ButtonSpec.buttons(rows, at.dialogue().question())));
  }

  private List<List<ButtonSpec>> offer(List<Topic> closest) {
    List<List<ButtonSpec>> rows = new ArrayList<>(TopicRenderer.rows(closest));
    ButtonAction all = new ButtonAction.RunCommand(CommandKind.TOPICS);
    rows.add(List.of(keyboards.button("none-of-topics", all)));
    return rows;
  }

  private Optional<Message> shown(CommandKind command, Situation at) {
    return switch (command) {
      case TOPICS ->
          message(
              at, phrases.text("topics-heading"), TopicRenderer.groups(conversation.topicGroups()));
      case CHANGE -> change(at);
      case SUMMARY -> outcomeRenderer.summary(at);
      case MY_DATA -> message(at, myData(at.facts()) + followUp(at), List.of());
      default -> detail(command, at);
    };
  }

  /** Renders the recorded answers, each on a button that asks it again. */
  private Optional<Message> change(Situation at) {
    List<ButtonSpec> buttons =
        phrases
            .told(at.facts())
            .map(entry -> new ButtonSpec(answer(entry), new ButtonAction.Revise(entry.getKey())))
            .toList();
    return buttons.isEmpty()
        ? message(new ReplyPart.Text("change-nothing", ReplyPart.Text.MENU), at)
        : message(at, phrases.text("change-which"), Keyboards.pairs(buttons));
  }

  private String answer(Map.Entry<String, FactValue> entry) {
    return phrases.answer(machine.fact(entry.getKey()), entry.getValue().answer());
  }

  private List<String> answers(Facts facts) {
    return facts.values().entrySet().stream().map(this::answer).toList();
  }

  /** Returns the stored answers and the date of the oldest. */
  private String myData(Facts facts) {
    String since =
        facts.values().values().stream()
            .map(value -> value.at().toString().substring(0, 10))
            .min(String::compareTo)
            .orElse("");
    return since.isEmpty()
        ? phrases.text("my-data-none")
        : phrases.text(
            "my-data", Map.of("facts", String.join(" · ", answers(facts)), "since", since));
  }

  private String followUp(Situation at) {
    return at.dialogue()
        .followUp()
        .map(due -> due.toString().substring(0, 10))
        .map(date -> " " + phrases.text("my-data-follow-up", Map.of("date", date)))
        .orElse("");
  }

  private Optional<Message> resumed(Situation at) {
    List<String> kept = phrases.told(at.facts()).map(this::answer).toList();
    String words =
        kept.isEmpty()
            ? phrases.text("resumed-none")
            : phrases.text("resumed", Map.of("facts", MessageCatalog.list(kept)));
    List<CommandKind> choice = List.of(CommandKind.GO_ON, CommandKind.START_OVER);
    return message(at, words, List.of(keyboards.commands(choice)));
  }

  /**
   * Renders why a question is asked, what it means, what to do now, or why this outcome was
   * reached; empty when the conversation has no text about it.
   */
  private Optional<Message> detail(CommandKind command, Situation at) {
    boolean first = command == CommandKind.WHAT_NOW && at.assessment().isEmergency();
    boolean why = command == CommandKind.WHY || command == CommandKind.WHY_THIS;
    Optional<FormattedText> text =
        at.position() instanceof Position.Ended(var outcome) && (first || at.pending().isEmpty())
            ? Optional.of(
                why ? outcomeRenderer.whyThis(outcome, at) : outcomeRenderer.whatNow(outcome, at))
            : at.question().map(question -> why ? why(question) : help(question));
    return text.filter(it -> !it.plain().isBlank()).flatMap(it -> message(at, it, List.of()));
  }

  private FormattedText why(Question question) {
    return topics.page("why-asked-heading", QuestionRenderer.why(question));
  }

  private FormattedText help(Question question) {
    return topics.page("what-means-heading", QuestionRenderer.help(question));
  }
}
