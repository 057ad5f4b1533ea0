package backtalk.e2e;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Prompt;
import backtalk.conversation.SourcedText;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.emulator.TelegramMessage;
import backtalk.loader.ConversationFiles;
import backtalk.loader.LoadResult;
import java.util.List;
import java.util.Objects;

/** Looks up texts of the conversation under test in its files, so that tests copy none. */
record ConversationTexts(Conversation conversation) {

  /** Reads the conversation that the program ships with. */
  static ConversationTexts shipped() {
    return switch (ConversationFiles.of(BotProcess.CONVERSATION).read()) {
      case LoadResult.Read(Conversation conversation, var sourceMap) ->
          new ConversationTexts(conversation);
      case LoadResult.Refused(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  private StateMachine machine() {
    return conversation.machine();
  }

  String phrase(String id) {
    return conversation.phrase(id);
  }

  /** Returns the question of a state. */
  String question(String state) {
    return machine().state(state).question().say();
  }

  /** Returns the label of the button that denies all facts of a state. */
  String none(String state) {
    return machine().state(state).prompt() instanceof Prompt.OneOf one
        ? one.none()
        : phrase("none-of-these");
  }

  /** Returns the label of a fact's button. */
  String button(String fact) {
    return machine().fact(fact).words().button();
  }

  /** Returns the question for a single fact. */
  String ask(String fact) {
    return machine().fact(fact).words().ask();
  }

  /** Returns a phrase that mentions a fact. */
  String mentionOf(String fact) {
    return Objects.requireNonNull(conversation.wording().facts().get(fact))
        .getOrDefault(Answer.YES, List.of())
        .getFirst();
  }

  /** Returns a phrase that asks about a topic. */
  String asks(String topic) {
    return Objects.requireNonNull(conversation.wording().topics().get(topic)).getFirst();
  }

  Topic topic(String id) {
    return Objects.requireNonNull(conversation.topics().get(id));
  }

  /** Returns a topic's answer when no fact is recorded. */
  String answer(String topic) {
    return topic(topic).card().answer().stream()
        .filter(line -> line.holds((fact, answers) -> false, Urgency.REASSURE))
        .findFirst()
        .orElseThrow()
        .say();
  }

  /** Returns true when a message is the card of this outcome. */
  boolean isOutcome(TelegramMessage message, String outcome) {
    return startsWithAny(message, machine().outcome(outcome).opening().title());
  }

  /** Returns true when a message opens with the reminder of this emergency. */
  boolean opensWith(TelegramMessage message, String outcome) {
    return startsWithAny(message, machine().outcome(outcome).opening().opensWith());
  }

  /** Returns true when a message asks the question of this state. */
  boolean isQuestion(TelegramMessage message, String state) {
    return message.text().contains(question(state)) && message.labels().contains(none(state));
  }

  private static boolean startsWithAny(TelegramMessage message, List<SourcedText> lines) {
    return lines.stream().anyMatch(line -> message.text().startsWith(line.say()));
  }
}
