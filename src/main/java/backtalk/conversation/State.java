package backtalk.conversation;

import java.util.List;

/** Describes a state: its question, and its transitions once nothing is left to ask. */
public record State(String id, Question question, Prompt prompt, List<Transition> then) {

  public State {
    then = List.copyOf(then);
  }

  /**
   * Holds the texts of a state's question; a state that asks nothing has only a title.
   *
   * @param title a short name, for progress and diagrams
   * @param say the question itself
   * @param why the reason for asking the group
   * @param help its meaning in plain words
   */
  public record Question(String title, String say, List<SourcedText> why, List<SourcedText> help) {
    public Question {
      why = List.copyOf(why);
      help = List.copyOf(help);
    }
  }
}
