package backtalk.loader.chattests;

import backtalk.loader.ConversationFolder;
import backtalk.loader.Issues;
import backtalk.loader.SymbolTable;
import backtalk.loader.yaml.YamlDocuments;
import backtalk.loader.yaml.YamlParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the chat tests in the folder {@code tests} of a conversation. */
public final class ChatTestReader {
  private ChatTestReader() {}

  /**
   * Reads every YAML file below {@code tests/}. The conversation is read only for the names that it
   * defines.
   *
   * @param folder the conversation's folder
   * @throws java.io.UncheckedIOException when a file exists and cannot be read
   */
  public static ChatTestResult read(Path folder) {
    Issues issues = new Issues();
    ConversationFolder conversation = ConversationFolder.withoutTests(folder, issues);
    ConversationFolder testFiles = ConversationFolder.tests(folder, issues);
    if (!conversation.isRead() || !testFiles.isRead()) {
      return new ChatTestResult.Refused(issues.sorted());
    }
    YamlDocuments yamlDocuments = YamlDocuments.of(conversation, new Issues());
    ChatTestParser parser = new ChatTestParser(new SymbolTable(yamlDocuments, issues), issues);
    List<ChatTest> tests = new ArrayList<>();
    testFiles
        .texts()
        .forEach(
            (file, text) ->
                YamlParser.parse(file, text, issues).map(parser::read).ifPresent(tests::addAll));
    return issues.isEmpty()
        ? new ChatTestResult.Read(tests)
        : new ChatTestResult.Refused(issues.sorted());
  }
}
