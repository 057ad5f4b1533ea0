package backtalk.cli;

import backtalk.conversation.Conversation;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Hearing;
import backtalk.dialogue.Listening;
import backtalk.understanding.Listener;
import backtalk.understanding.PlainListener;
import java.util.LinkedHashMap;
import java.util.Map;

/** A conversation with all that it takes to hold it, but a place to keep dialogues in. */
public record Bot(Conversation conversation, Listener listener, Hearing hearing, Engine engine) {
  private static final String PRIVACY = "privacy";

  /**
   * The bot that holds this conversation.
   *
   * @param retentionDays after how many days of silence a dialogue is forgotten, as it tells people
   */
  public static Bot of(Conversation written, int retentionDays) {
    Conversation conversation = telling(written, retentionDays);
    Listener listener = new PlainListener(conversation.wording());
    Engine engine = new Engine(conversation);
    return new Bot(conversation, listener, new Listening(engine, listener), engine);
  }

  /** What takes inputs to answers, keeping dialogues there. */
  public DialogueManager keptIn(Dialogues dialogues) {
    return new DialogueManager(dialogues, hearing, engine);
  }

  /** The operator decides how long dialogues are kept; the author only leaves room for it. */
  private static Conversation telling(Conversation written, int retentionDays) {
    Map<String, String> phrases = new LinkedHashMap<>(written.phrases());
    phrases.computeIfPresent(
        PRIVACY, (id, words) -> words.replace("{days}", Integer.toString(retentionDays)));
    return new Conversation(
        written.about(),
        written.machine(),
        written.topics(),
        written.cautions(),
        written.sources(),
        phrases,
        written.wording());
  }
}
