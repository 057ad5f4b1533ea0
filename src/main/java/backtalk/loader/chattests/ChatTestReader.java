package backtalk.loader.chattests;

import backtalk.loader.ConversationFolder;
import backtalk.loader.Issues;
import backtalk.loader.SymbolTable;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the chats that must hold, in the folder {@code tests} of a conversation. */
public final class ChatTestReader {
  private ChatTestReader() {}

  /**
   * Reads every YAML file below {@code tests/}. The conversation beside it is looked at for the
   * names that it defines, and for nothing else.
   *
   * @param folder the conversation's folder
   * @throws java.io.UncheckedIOException where a file is there and cannot be read
   */
  public static ChatTestResult read(Path folder) {
    Issues issues = new Issues();
    ConversationFolder conversation = ConversationFolder.withoutTests(folder, issues);
    ConversationFolder written = ConversationFolder.tests(folder, issues);
    if (!conversation.isRead() || !written.isRead()) {
      return new ChatTestResult.Refused(issues.sorted());
    }
    YamlDocuments yamlDocuments = YamlDocuments.of(conversation, new Issues());
    ChatTestParser reader = new ChatTestParser(new SymbolTable(yamlDocuments, issues), issues);
    List<ChatTest> tests = new ArrayList<>();
    written
        .texts()
        .forEach(
            (file, text) ->
                YamlParser.parse(file, text, issues).map(reader::read).ifPresent(tests::addAll));
    return issues.isEmpty()
        ? new ChatTestResult.Read(tests)
        : new ChatTestResult.Refused(issues.sorted());
  }
}
