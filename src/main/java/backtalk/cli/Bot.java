package backtalk.cli;

import backtalk.conversation.Conversation;
import backtalk.dialogue.DialogueManager;
import backtalk.dialogue.Dialogues;
import backtalk.dialogue.Engine;
import backtalk.dialogue.Hearing;
import backtalk.dialogue.Listening;
import backtalk.understanding.Listener;
import backtalk.understanding.PlainListener;

/** A conversation with all that it takes to hold it, but a place to keep dialogues in. */
public record Bot(Conversation conversation, Listener listener, Hearing hearing, Engine engine) {

  /**
   * The bot that holds this conversation.
   *
   * @param retentionDays after how many days of silence a dialogue is forgotten, as it tells people
   */
  public static Bot of(Conversation written, int retentionDays) {
    Conversation conversation = written.keptFor(retentionDays);
    Listener listener = new PlainListener(conversation.wording());
    Engine engine = new Engine(conversation);
    return new Bot(conversation, listener, new Listening(engine, listener), engine);
  }

  /** What takes inputs to answers, keeping dialogues there. */
  public DialogueManager keptIn(Dialogues dialogues) {
    return new DialogueManager(dialogues, hearing, engine);
  }
}
