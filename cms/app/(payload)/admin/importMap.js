import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { DirectSpeechFeatureClient as DirectSpeechFeatureClient_5ba5f86a0c559f09460d76faf3b18263 } from '../../../admin/direct-speech'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { IndentFeatureClient as IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ChecklistPanel as ChecklistPanel_e683bd9e5caed217de0ad5220b692def } from '../../../desk/checklist/ChecklistPanel'
import { ReceiptPanel as ReceiptPanel_d04b7c6310a979e21c85bffc1c659e90 } from '../../../publish/ReceiptPanel'
import { ArticleMailPanel as ArticleMailPanel_3639c38cdf804dd13e09f185a6723b45 } from '../../../newsletter/admin/ArticleMailPanel'
import { SharePanel as SharePanel_a35f9865dbafaca6bd85689adfb56057 } from '../../../desk/share/SharePanel'
import { PublishButton as PublishButton_72fd0e76c87047ce04e5ff2ef4712a2d } from '../../../admin/PublishButton'
import { UnpublishButton as UnpublishButton_9e711e7a4c7915fbe47957ae5dbc8656 } from '../../../desk/unpublish/UnpublishButton'
import { UsesPanel as UsesPanel_165444311d610e413aeb302d8d2f4364 } from '../../../desk/uses/UsesPanel'
import { KeptList as KeptList_b1bf581bc28b4e928ff9f912e88a0763 } from '../../../newsletter/admin/KeptList'
import { SubscriberHistory as SubscriberHistory_484d9170d84119abb92f652802737f62 } from '../../../newsletter/admin/SubscriberHistory'
import { SubscriberFiles as SubscriberFiles_3255cd2fe92fbfa62a9ad2209be76ae2 } from '../../../newsletter/admin/SubscriberFiles'
import { MailingOverview as MailingOverview_4f06de0b176ca3b4382721240dac1740 } from '../../../newsletter/admin/MailingOverview'
import { Icon as Icon_8c3bf6d9c8d24e4e81ab6192a4938147 } from '../../../admin/Logo'
import { Logo as Logo_8c3bf6d9c8d24e4e81ab6192a4938147 } from '../../../admin/Logo'
import { Guide as Guide_89555e6800c73857880556f4e75a1ccb } from '../../../desk/starter/Guide'
import { Desk as Desk_38672050457c8f93ed789f3e7429c666 } from '../../../desk/dashboard/Desk'
import { NoMailNotice as NoMailNotice_6f6c1bd0b6b14f0e8c7f51d0a9a04c11 } from '../../../newsletter/admin/NoMailNotice'
import { SetupCodeField as SetupCodeField_0a6a8a2d0e7c4a4bb8f1f3f6c1e3f5d2 } from '../../../users/SetupCodeField'
import { SaveGuard as SaveGuard_5b1c4d0a86de4a1f9a6e6b0f6c2a7d13 } from '../../../articles/SaveGuard'
import { Readership as Readership_3e2c9499b0cc119573be9172228ba35a } from '../../../newsletter/admin/Readership'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/direct-speech#DirectSpeechFeatureClient": DirectSpeechFeatureClient_5ba5f86a0c559f09460d76faf3b18263,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#IndentFeatureClient": IndentFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/articles/checklist/ChecklistPanel#ChecklistPanel": ChecklistPanel_e683bd9e5caed217de0ad5220b692def,
  "/delivery-feed/receipts/ReceiptPanel#ReceiptPanel": ReceiptPanel_d04b7c6310a979e21c85bffc1c659e90,
  "/newsletter/article-mail/ArticleMailPanel#ArticleMailPanel": ArticleMailPanel_3639c38cdf804dd13e09f185a6723b45,
  "/articles/preview/SharePanel#SharePanel": SharePanel_a35f9865dbafaca6bd85689adfb56057,
  "/articles/releases/PublishButton#PublishButton": PublishButton_72fd0e76c87047ce04e5ff2ef4712a2d,
  "/articles/unpublish/UnpublishButton#UnpublishButton": UnpublishButton_9e711e7a4c7915fbe47957ae5dbc8656,
  "/uses/UsesPanel#UsesPanel": UsesPanel_165444311d610e413aeb302d8d2f4364,
  "/newsletter/admin/KeptList#KeptList": KeptList_b1bf581bc28b4e928ff9f912e88a0763,
  "/newsletter/subscribers/files/SubscriberHistory#SubscriberHistory": SubscriberHistory_484d9170d84119abb92f652802737f62,
  "/newsletter/subscribers/files/SubscriberFiles#SubscriberFiles": SubscriberFiles_3255cd2fe92fbfa62a9ad2209be76ae2,
  "/newsletter/admin/MailingOverview#MailingOverview": MailingOverview_4f06de0b176ca3b4382721240dac1740,
  "/admin/Logo#Icon": Icon_8c3bf6d9c8d24e4e81ab6192a4938147,
  "/admin/Logo#Logo": Logo_8c3bf6d9c8d24e4e81ab6192a4938147,
  "/starter/Guide#Guide": Guide_89555e6800c73857880556f4e75a1ccb,
  "/dashboard/Desk#Desk": Desk_38672050457c8f93ed789f3e7429c666,
  "/newsletter/admin/NoMailNotice#NoMailNotice": NoMailNotice_6f6c1bd0b6b14f0e8c7f51d0a9a04c11,
  "/users/SetupCodeField#SetupCodeField": SetupCodeField_0a6a8a2d0e7c4a4bb8f1f3f6c1e3f5d2,
  "/articles/saves/SaveGuard#SaveGuard": SaveGuard_5b1c4d0a86de4a1f9a6e6b0f6c2a7d13,
  "/newsletter/admin/Readership#Readership": Readership_3e2c9499b0cc119573be9172228ba35a,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
