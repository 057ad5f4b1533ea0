package backtalk.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the chats that must hold, in the folder {@code tests} of a conversation. */
public final class Tests {
  private Tests() {}

  /**
   * Reads every YAML file below {@code tests/}. The conversation beside it is looked at for the
   * names that it defines, and for nothing else.
   *
   * @param folder the conversation's folder
   * @throws java.io.UncheckedIOException where a file is there and cannot be read
   */
  public static Chats read(Path folder) {
    Issues issues = new Issues();
    Trees conversation = Trees.of(Folder.withoutTests(folder, issues), new Issues());
    TestFile reader = new TestFile(new Names(conversation, issues), issues);
    List<ChatTest> tests = new ArrayList<>();
    Folder.tests(folder, issues)
        .texts()
        .forEach(
            (file, text) ->
                YamlTree.parse(file, text, issues).map(reader::read).ifPresent(tests::addAll));
    return issues.isEmpty() ? new Chats.Read(tests) : new Chats.Refused(issues.sorted());
  }
}
