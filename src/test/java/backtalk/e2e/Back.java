package backtalk.e2e;

import backtalk.conversation.Answer;
import backtalk.conversation.Conversation;
import backtalk.conversation.Prompt;
import backtalk.conversation.SourcedText;
import backtalk.conversation.StateMachine;
import backtalk.conversation.Topic;
import backtalk.conversation.Urgency;
import backtalk.emulator.Message;
import backtalk.loader.ConversationReader;
import backtalk.loader.LoadResult;
import java.util.List;
import java.util.Objects;

/** The words of the conversation that the bot holds, found in its files rather than copied. */
record Back(Conversation conversation) {

  /** The conversation that is shipped with the program. */
  static Back shipped() {
    return switch (ConversationReader.read(BotProcess.CONVERSATION)) {
      case LoadResult.Read(Conversation conversation, var sourceMap) -> new Back(conversation);
      case LoadResult.Refused(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  private StateMachine machine() {
    return conversation.machine();
  }

  String phrase(String id) {
    return conversation.phrase(id);
  }

  /** The question of a state. */
  String question(String state) {
    return machine().state(state).question().say();
  }

  /** The button that denies all that a state asks. */
  String none(String state) {
    return machine().state(state).prompt() instanceof Prompt.OneOf one
        ? one.none()
        : phrase("none-of-these");
  }

  /** The button of a fact. */
  String button(String fact) {
    return machine().fact(fact).words().button();
  }

  /** The question for a fact alone. */
  String ask(String fact) {
    return machine().fact(fact).words().ask();
  }

  /** Words that tell a fact. */
  String tells(String fact) {
    return Objects.requireNonNull(conversation.wording().facts().get(fact))
        .getOrDefault(Answer.YES, List.of())
        .getFirst();
  }

  /** Words that ask a topic. */
  String asks(String topic) {
    return Objects.requireNonNull(conversation.wording().topics().get(topic)).getFirst();
  }

  Topic topic(String id) {
    return Objects.requireNonNull(conversation.topics().get(id));
  }

  /** The beginning of a topic's answer to somebody who told nothing. */
  String answer(String topic) {
    return topic(topic).says().stream()
        .filter(line -> line.holds((fact, answers) -> false, Urgency.REASSURE))
        .findFirst()
        .orElseThrow()
        .say();
  }

  /** Whether a message is the card of this ending. */
  boolean isEnding(Message message, String outcome) {
    return startsWithAny(message, machine().outcome(outcome).opening().title());
  }

  /** Whether a message opens with the line that recalls this emergency. */
  boolean opensWith(Message message, String outcome) {
    return startsWithAny(message, machine().outcome(outcome).opening().opensWith());
  }

  /** Whether a message asks the question of this state. */
  boolean isQuestion(Message message, String state) {
    return message.text().contains(question(state)) && message.labels().contains(none(state));
  }

  private static boolean startsWithAny(Message message, List<SourcedText> lines) {
    return lines.stream().anyMatch(line -> message.text().startsWith(line.say()));
  }
}
