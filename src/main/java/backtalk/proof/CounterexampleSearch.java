package backtalk.proof;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Fact;
import backtalk.dialogue.Button;
import backtalk.dialogue.Confirmation;
import backtalk.dialogue.Dialogue;
import backtalk.dialogue.Engine;
import backtalk.dialogue.FactValue;
import backtalk.dialogue.Facts;
import backtalk.dialogue.Message;
import backtalk.dialogue.OpenQuestion;
import backtalk.dialogue.Turn;
import backtalk.dialogue.handling.FactUpdates;
import backtalk.dialogue.input.ButtonAction;
import backtalk.dialogue.input.ButtonPress;
import backtalk.dialogue.input.CommandKind;
import backtalk.dialogue.input.Input;
import backtalk.dialogue.input.Meaning;
import backtalk.understanding.FactMention;
import backtalk.understanding.NluResult;
import backtalk.understanding.TopicMatch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the shortest chat that comes to certain dialogues: by taps alone if there is one, else with
 * one thing typed besides. The engine itself takes every step.
 */
final class CounterexampleSearch {

  /** Enough for all that taps reach in a conversation of ours, and found in seconds. */
  private static final int MOST_STEPS = 10_000;

  private static final Instant NOW = Instant.EPOCH;

  private final Conversation conversation;
  private final Engine engine;

  CounterexampleSearch(Conversation conversation) {
    this.conversation = conversation;
    this.engine = new Engine(conversation);
  }

  /** A chat so far: its lines as its person gives them, and what may be tapped next. */
  private record Chat(Dialogue dialogue, List<Message> messages, List<String> lines, int typed) {}

  /** What tells dialogues apart: whatever else they remember, they go on alike. */
  private record Key(
      Map<String, Answer> facts,
      boolean begun,
      Optional<Confirmation> pending,
      Optional<String> each,
      int typed) {
    static Key of(Chat chat) {
      Dialogue dialogue = chat.dialogue();
      OpenQuestion question = dialogue.question();
      Map<String, Answer> facts =
          dialogue.facts().values().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, told -> told.getValue().answer()));
      return new Key(facts, dialogue.begun(), question.pending(), question.each(), chat.typed());
    }
  }

  /**
   * A chat that comes to a dialogue in which something shows.
   *
   * @param lines what its person does, in the forms of a chat in the terminal
   * @param ends the word of the place it ends in
   */
  record Found(List<String> lines, String ends) {}

  /** For each of several things that show, the shortest chat; without one, it is told outright. */
  List<Found> to(List<List<Violation.Shown>> wanted) {
    Map<List<Violation.Shown>, Found> found = new HashMap<>();
    search(wanted, 0, found);
    search(wanted, 1, found);
    return wanted.stream()
        .map(shown -> Optional.ofNullable(found.get(shown)).orElseGet(() -> outright(shown)))
        .toList();
  }

  private void search(
      List<List<Violation.Shown>> wanted, int mostTyped, Map<List<Violation.Shown>, Found> found) {
    List<List<Violation.Shown>> left = new ArrayList<>(wanted);
    left.removeAll(found.keySet());
    Deque<Chat> todo = new ArrayDeque<>(List.of(opened()));
    Set<Key> seen = new HashSet<>();
    while (!todo.isEmpty() && !left.isEmpty() && seen.size() < MOST_STEPS) {
      Chat chat = todo.remove();
      left.removeIf(shown -> shows(chat, shown, found));
      Stream<Chat> typed = chat.typed() < mostTyped ? typed(chat) : Stream.empty();
      Stream.concat(tapped(chat), typed).filter(next -> seen.add(Key.of(next))).forEach(todo::add);
    }
  }

  private boolean shows(
      Chat chat, List<Violation.Shown> wanted, Map<List<Violation.Shown>, Found> found) {
    Dialogue dialogue = chat.dialogue();
    int[] values = wanted.getFirst().facts().domain().values(dialogue.facts());
    Optional<Violation.Shown> shown =
        wanted.stream()
            .filter(one -> one.begun() == dialogue.begun() && one.facts().contains(values))
            .findFirst();
    shown.ifPresent(one -> found.put(wanted, found(chat.lines(), dialogue.facts(), one)));
    return shown.isPresent();
  }

  /** What is to be told last is told, too. */
  private Found found(List<String> lines, Facts facts, Violation.Shown shown) {
    List<String> all = new ArrayList<>(lines);
    shown.then().map(this::words).ifPresent(all::add);
    Facts last = shown.then().map(then -> told(facts, then)).orElse(facts);
    return new Found(all, conversation.machine().where(last, shown.begun()).word());
  }

  private Facts told(Facts facts, FactMention then) {
    return FactUpdates.apply(
        conversation.machine(), facts, then.fact(), new FactValue(then.answer(), NOW));
  }

  private Chat opened() {
    Turn start = engine.turn(engine.begin(NOW), new Meaning.Command(CommandKind.START, ""), NOW);
    return new Chat(start.dialogue(), start.messages(), List.of(), 0);
  }

  private Stream<Chat> tapped(Chat chat) {
    return chat.messages().stream()
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .flatMap(
            button ->
                ButtonPress.parse(button.data()).stream().map(press -> next(chat, button, press)))
        .flatMap(Optional::stream);
  }

  private Optional<Chat> next(Chat chat, Button button, ButtonPress press) {
    return leadsOn(press.action())
        ? Optional.of(
            next(
                chat,
                "[" + button.label() + "]",
                new Meaning.Pressed(Optional.of(press)),
                chat.typed()))
        : Optional.empty();
  }

  private static boolean leadsOn(ButtonAction tap) {
    return switch (tap) {
      case ButtonAction.AnswerFact fact -> true;
      case ButtonAction.AnswerRest rest -> true;
      case ButtonAction.Confirm confirm -> false;
      case ButtonAction.ShowTopic topic -> false;
      case ButtonAction.Revise revise -> false;
      case ButtonAction.RunCommand(CommandKind commandKind) -> commandKind == CommandKind.CHECK;
    };
  }

  private Stream<Chat> typed(Chat chat) {
    return conversation.machine().facts().values().stream()
        .filter(fact -> !fact.workedOut())
        .flatMap(
            fact ->
                Stream.of(Answer.YES, Answer.NO, Answer.UNSURE)
                    .map(answer -> typed(chat, new FactMention(fact.id(), answer))));
  }

  private Chat typed(Chat chat, FactMention mention) {
    NluResult result =
        new NluResult(
            List.of(mention),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            new TopicMatch.Declined(),
            Optional.empty());
    String line = words(mention);
    return next(chat, line, new Meaning.Words(line, Input.Manner.TYPED, result), chat.typed() + 1);
  }

  private Chat next(Chat chat, String line, Meaning meaning, int typed) {
    Turn turn = engine.turn(chat.dialogue(), meaning, NOW);
    List<String> lines = new ArrayList<>(chat.lines());
    lines.add(line);
    return new Chat(turn.dialogue(), turn.messages(), lines, typed);
  }

  /** How a person says that, by the wording; in plain words where it has none. */
  private String words(FactMention mention) {
    Fact fact = conversation.machine().fact(mention.fact());
    return conversation
        .wording()
        .facts()
        .getOrDefault(mention.fact(), Map.of())
        .getOrDefault(mention.answer(), List.of())
        .stream()
        .findFirst()
        .orElseGet(() -> plain(fact, mention.answer()));
  }

  private static String plain(Fact fact, Answer answer) {
    return switch (answer) {
      case YES -> fact.words().name();
      case NO -> "no " + fact.words().name();
      case UNSURE -> "not sure about " + fact.words().name();
      case SKIPPED -> "skip";
    };
  }

  /** Each thing told by words, of whoever told least. */
  private Found outright(List<Violation.Shown> wanted) {
    Violation.Shown shown = wanted.getFirst();
    Facts facts = shown.facts().example(EngineFixture.LEAST);
    List<String> lines =
        facts.values().entrySet().stream()
            .map(told -> words(new FactMention(told.getKey(), told.getValue().answer())))
            .toList();
    return found(lines, facts, shown);
  }
}
