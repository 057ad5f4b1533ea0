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

  /** Stands for the chat to a violation that no dialogue can show. */
  static final Found NO_CHAT = new Found(List.of(), "");

  /**
   * Returns the shortest chat to each violation, given by its examples. When the search finds none,
   * the chat states every answer in words.
   */
  Map<List<Violation.Example>, Found> shortestChats(List<List<Violation.Example>> wanted) {
    Map<List<Violation.Example>, Found> found = new HashMap<>();
    search(wanted, 0, found);
    search(wanted, 1, found);
    wanted.forEach(examples -> found.computeIfAbsent(examples, this::statedInWords));
    return found;
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
      left.forEach(
          examples -> found(chat, examples).ifPresent(chatTo -> found.put(examples, chatTo)));
      left.removeAll(found.keySet());
      Stream<Chat> typed = chat.typed() < mostTyped ? afterMentions(chat) : Stream.empty();
      Stream.concat(afterPresses(chat), typed)
          .filter(next -> seen.add(Key.of(next)))
          .forEach(todo::add);
    }
  }

  /** Returns the chat completed, if it reaches one of these examples. */
  private Optional<Found> found(Chat chat, List<Violation.Example> examples) {
    Dialogue dialogue = chat.dialogue();
    int[] values = examples.getFirst().facts().domain().values(dialogue.facts());
    return examples.stream()
        .filter(one -> one.begun() == dialogue.begun() && one.facts().contains(values))
        .findFirst()
        .map(one -> found(chat.lines(), dialogue.facts(), one));
  }

  /** Completes a chat with the answer that makes the violation show. */
  private Found found(List<String> lines, Facts facts, Violation.Example example) {
    List<String> all = new ArrayList<>(lines);
    example.then().map(this::words).ifPresent(all::add);
    Facts last = example.then().map(then -> recorded(facts, then)).orElse(facts);
    return new Found(all, conversation.machine().where(last, example.begun()).word());
  }

  private Facts recorded(Facts facts, FactMention then) {
    return FactUpdates.apply(
        conversation.machine(), facts, then.fact(), new FactValue(then.answer(), NOW));
  }

  private Chat start() {
    Turn start = engine.turn(engine.begin(NOW), new Meaning.Command(CommandKind.START, ""), NOW);
    return new Chat(start.dialogue(), start.messages(), List.of(), 0);
  }

  private Stream<Chat> afterPresses(Chat chat) {
    return chat.messages().stream()
        .flatMap(message -> message.buttons().stream())
        .flatMap(button -> afterPress(chat, button).stream());
  }

  private Optional<Chat> afterPress(Chat chat, Button button) {
    return ButtonPress.parse(button.data())
        .filter(press -> recordsAnswers(press.action()))
        .map(press -> new Meaning.Pressed(Optional.of(press)))
        .map(pressed -> next(chat, "[" + button.label() + "]", pressed, chat.typed()));
  }

  private static boolean recordsAnswers(ButtonAction action) {
    return switch (action) {
      case ButtonAction.AnswerFact fact -> true;
      case ButtonAction.AnswerRest rest -> true;
      case ButtonAction.RunCommand(CommandKind commandKind) -> commandKind == CommandKind.CHECK;
      case ButtonAction.Confirm confirm -> false;
      case ButtonAction.ShowTopic topic -> false;
      case ButtonAction.ShowGroup group -> false;
      case ButtonAction.Revise revise -> false;
    };
  }

  private Stream<Chat> afterMentions(Chat chat) {
    return conversation.machine().answerable().stream()
        .flatMap(
            fact ->
                Stream.of(Answer.YES, Answer.NO, Answer.UNSURE)
                    .map(answer -> afterMention(chat, new FactMention(fact.id(), answer))));
  }

  private Chat afterMention(Chat chat, FactMention mention) {
    String line = words(mention);
    NluResult result = InputSamples.NOTHING.withMentions(List.of(mention));
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
