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
    Folder conversation = Folder.withoutTests(folder, issues);
    Folder written = Folder.tests(folder, issues);
    if (!conversation.isRead() || !written.isRead()) {
      return new Chats.Refused(issues.sorted());
    }
    Trees trees = Trees.of(conversation, new Issues());
    TestFile reader = new TestFile(new Names(trees, issues), issues);
    List<ChatTest> tests = new ArrayList<>();
    written
        .texts()
        .forEach(
            (file, text) ->
                YamlTree.parse(file, text, issues).map(reader::read).ifPresent(tests::addAll));
    return issues.isEmpty() ? new Chats.Read(tests) : new Chats.Refused(issues.sorted());
  }
}
