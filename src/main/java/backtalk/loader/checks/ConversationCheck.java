package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.conversation.StateMachine;
import backtalk.loader.Issues;
import backtalk.loader.yaml.SourceLocation;
import backtalk.loader.yaml.SourceMap;
import backtalk.loader.yaml.YamlDocuments;
import java.util.Map;
import java.util.stream.Stream;

/** Checks a loaded conversation for one kind of mistake that needs all files to detect. */
public interface ConversationCheck {

  /** Holds a conversation, its files, and the issues found in it. */
  record Input(Conversation conversation, YamlDocuments files, Issues issues) {}

  /** Runs every check, and adds what they find to the issues. */
  static void all(
      Conversation conversation, YamlDocuments files, Map<String, byte[]> pictures, Issues issues) {
    Input input = new Input(conversation, files, issues);
    Stream.of(
            new StateMachineCheck(input),
            new FactCheck(input),
            new AlwaysSaidCheck(input),
            new UrgencyCheck(input),
            new SourceCheck(input),
            new PhraseCheck(input),
            new IdCheck(input),
            new LengthCheck(input),
            new Limit.Check(input),
            new PictureCheck(input, pictures),
            new WordingCheck(input),
            new LexiconCheck(input),
            new ReadabilityCheck(input),
            new DuplicateTextCheck(input))
        .forEach(ConversationCheck::find);
  }

  Input input();

  /** Reports every mistake of this kind. Undefined names have been reported before. */
  void find();

  default Conversation conversation() {
    return input().conversation();
  }

  default StateMachine machine() {
    return conversation().machine();
  }

  default YamlDocuments files() {
    return input().files();
  }

  /** Returns the locations of the conversation's parts. */
  default SourceMap at() {
    return new SourceMap(files());
  }

  /** Reports a count above a limit; {@code what} holds {@code %d} for it. */
  default void checkCount(String what, int count, Limit limit, SourceLocation at, String fix) {
    int most = limit.of(files());
    if (count > most) {
      report(at, what.formatted(count) + "; " + most + " are the most.", fix);
    }
  }

  /** Reports a text that is too long, in characters. */
  default void checkLength(String text, int longest, String what, SourceLocation at) {
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      report(
          at,
          what + " has " + length + " characters; " + longest + " are the most.",
          "Shorten it.");
    }
  }

  default void report(SourceLocation at, String what, String fix) {
    input().issues().add(at, what, fix);
  }
}
