package backtalk.loader.checks;

import backtalk.conversation.Conversation;
import backtalk.loader.Issues;
import backtalk.loader.yaml.YamlDocuments;

/** Checks a loaded conversation for one kind of mistake that needs all files to detect. */
@FunctionalInterface
public interface ConversationCheck {

  /** Reports every mistake of this kind. Undefined names have been reported before. */
  void find(Conversation conversation, YamlDocuments yamlDocuments, Issues issues);
}
