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
 * Finds the shortest chat that reaches a dialogue in which a promise is broken. It searches chats
 * of button presses, then chats with one typed message besides. The engine takes every turn.
 */
final class CounterexampleSearch {

  /**
   * Bound of the search: enough for all dialogues that presses reach in our conversations, and
   * searched in seconds.
   */
  private static final int MAX_DIALOGUES = 10_000;

  private static final Instant NOW = Instant.EPOCH;

  private final Conversation conversation;
  private final Engine engine;

  CounterexampleSearch(Conversation conversation) {
    this.conversation = conversation;
    this.engine = new Engine(conversation);
  }

  /**
   * Holds a chat so far: its dialogue, the last messages, and the person's inputs as written in
   * tests.
   */
  private record Chat(Dialogue dialogue, List<Message> messages, List<String> lines, int typed) {}

  /**
   * Identifies a dialogue by all that decides how it goes on, so that equal ones are searched once.
   */
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
              .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().answer()));
      return new Key(facts, dialogue.begun(), question.pending(), question.each(), chat.typed());
    }
  }

  /**
   * Holds a chat that reaches a violation.
   *
   * @param lines inputs of the person, as typed in a terminal chat
   * @param ends word of the position in which the chat ends
   */
  record Found(List<String> lines, String ends) {}

  /**
   * Returns the shortest chat to each violation. When the search finds none, the chat states every
   * answer in words.
   */
  List<Found> shortestChats(List<List<Violation.Example>> wanted) {
    Map<List<Violation.Example>, Found> found = new HashMap<>();
    search(wanted, 0, found);
    search(wanted, 1, found);
    return wanted.stream()
        .map(
            example ->
                Optional.ofNullable(found.get(example)).orElseGet(() -> statedInWords(example)))
        .toList();
  }

  private void search(
      List<List<Violation.Example>> wanted,
      int mostTyped,
      Map<List<Violation.Example>, Found> found) {
    List<List<Violation.Example>> left = new ArrayList<>(wanted);
    left.removeAll(found.keySet());
    Deque<Chat> todo = new ArrayDeque<>(List.of(start()));
    Set<Key> seen = new HashSet<>();
    while (!todo.isEmpty() && !left.isEmpty() && seen.size() < MAX_DIALOGUES) {
      Chat chat = todo.remove();
      left.removeIf(example -> isFound(chat, example, found));
      Stream<Chat> typed = chat.typed() < mostTyped ? afterMentions(chat) : Stream.empty();
      Stream.concat(afterPresses(chat), typed)
          .filter(next -> seen.add(Key.of(next)))
          .forEach(todo::add);
    }
  }

  private boolean isFound(
      Chat chat, List<Violation.Example> wanted, Map<List<Violation.Example>, Found> found) {
    Dialogue dialogue = chat.dialogue();
    int[] values = wanted.getFirst().facts().domain().values(dialogue.facts());
    Optional<Violation.Example> example =
        wanted.stream()
            .filter(one -> one.begun() == dialogue.begun() && one.facts().contains(values))
            .findFirst();
    example.ifPresent(one -> found.put(wanted, found(chat.lines(), dialogue.facts(), one)));
    return example.isPresent();
  }

  /** Completes a chat with the answer that makes the violation show. */
  private Found found(List<String> lines, Facts facts, Violation.Example example) {
    List<String> all = new ArrayList<>(lines);
    example.then().map(this::words).ifPresent(all::add);
    Facts last = example.then().map(then -> record(facts, then)).orElse(facts);
    return new Found(all, conversation.machine().where(last, example.begun()).word());
  }

  private Facts record(Facts facts, FactMention then) {
    return FactUpdates.apply(
        conversation.machine(), facts, then.fact(), new FactValue(then.answer(), NOW));
  }

  private Chat start() {
    Turn start = engine.turn(engine.begin(NOW), new Meaning.Command(CommandKind.START, ""), NOW);
    return new Chat(start.dialogue(), start.messages(), List.of(), 0);
  }

  private Stream<Chat> afterPresses(Chat chat) {
    return chat.messages().stream()
        .flatMap(message -> message.rows().stream().flatMap(List::stream))
        .flatMap(
            button ->
                ButtonPress.parse(button.data()).stream().map(press -> next(chat, button, press)))
        .flatMap(Optional::stream);
  }

  private Optional<Chat> next(Chat chat, Button button, ButtonPress press) {
    return recordsAnswers(press.action())
        ? Optional.of(
            next(
                chat,
                "[" + button.label() + "]",
                new Meaning.Pressed(Optional.of(press)),
                chat.typed()))
        : Optional.empty();
  }

  private static boolean recordsAnswers(ButtonAction action) {
    return switch (action) {
      case ButtonAction.AnswerFact tell -> true;
      case ButtonAction.AnswerRest rest -> true;
      case ButtonAction.Confirm settle -> false;
      case ButtonAction.ShowTopic choose -> false;
      case ButtonAction.Revise revise -> false;
      case ButtonAction.RunCommand(CommandKind commandKind) -> commandKind == CommandKind.CHECK;
    };
  }

  private Stream<Chat> afterMentions(Chat chat) {
    return conversation.machine().facts().values().stream()
        .filter(fact -> !fact.workedOut())
        .flatMap(
            fact ->
                Stream.of(Answer.YES, Answer.NO, Answer.UNSURE)
                    .map(answer -> afterMention(chat, new FactMention(fact.id(), answer))));
  }

  private Chat afterMention(Chat chat, FactMention mention) {
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

  /** Returns a phrase for a mention from the wording, or plain words when the wording has none. */
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

  /** Returns a chat that states every answer in words, for the dialogue with the fewest answers. */
  private Found statedInWords(List<Violation.Example> wanted) {
    Violation.Example example = wanted.getFirst();
    Facts facts = example.facts().example(EngineFixture.FEWEST);
    List<String> lines =
        facts.values().entrySet().stream()
            .map(entry -> words(new FactMention(entry.getKey(), entry.getValue().answer())))
            .toList();
    return found(lines, facts, example);
  }
}
