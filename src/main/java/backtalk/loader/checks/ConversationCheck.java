package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.loader.Issues;
import backtalk.loader.yaml.YamlDocuments;

/** Looks for one sort of mistakes that shows only when all files are read. */
@FunctionalInterface
public interface ConversationCheck {

  /** Reports every mistake of its sort; names that nothing defines have been reported before. */
  void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues);
}
