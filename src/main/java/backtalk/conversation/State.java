package backtalk.conversation;

import java.util.List;

/** A place in the conversation: what it asks, and where it leads once nothing is left to ask. */
public record State(String id, Question question, Prompt prompt, List<Transition> then) {

  public State {
    then = List.copyOf(then);
  }

  /**
   * The words of a state's question; a state that asks nothing has only a title.
   *
   * @param title short name, for progress and pictures
   * @param say the question itself
   * @param why why the group is asked
   * @param help what is meant, in plain words
   */
  public record Question(String title, String say, List<SourcedText> why, List<SourcedText> help) {
    public Question {
      why = List.copyOf(why);
      help = List.copyOf(help);
    }
  }
}
