import { SaveGuard as SaveGuard_4197b66e9aeeb5a0730cb93aa1bea815 } from '../../../articles/saves/SaveGuard'
import { NoDiff as NoDiff_fa764e88903fcf56d2329f0cedcc0d0d } from '../../../articles/fields/TextDiff'
import { KeepUnsaved as KeepUnsaved_0419ba86a9603e68611b972865facb99 } from '../../../articles/saves/unsaved/KeepUnsaved'
import { FollowPreview as FollowPreview_950a96c1c92cccd38552bd93ae32ab05 } from '../../../articles/preview/FollowPreview'
import { WrittenField as WrittenField_0a1d76438d96212d9346f0bff6b84179 } from '../../../articles/fields/WrittenField'
import { PicturePreview as PicturePreview_446bd49231f810ae42349db8fc88ea3f } from '../../../articles/fields/PicturePreview'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { BlocksFeatureClient as BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { KeepBox as KeepBox_80910b7fa1557eacd99b5493e0f0139f } from '../../../writing/boxes/KeepBox'
import { InlineToolbarFeatureClient as InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { WritingFeatureClient as WritingFeatureClient_f6254c03f25f379b8d08e6f2a81052d4 } from '../../../writing/writing-feature'
import { TextStateFeatureClient as TextStateFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
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
import { ArticleCard as ArticleCard_830e96aac0902f0bce18d8031c7c54e0 } from '../../../articles/fields/ArticleCard'
import { TablePreview as TablePreview_9d0bc51695fd986ac99d9384590274c3 } from '../../../articles/fields/TablePreview'
import { RowsField as RowsField_82c271ebb0b4eeb61f38847655ee86aa } from '../../../articles/rows/RowsField'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BodyDiff as BodyDiff_fa764e88903fcf56d2329f0cedcc0d0d } from '../../../articles/fields/TextDiff'
import { ChecklistPanel as ChecklistPanel_4a9f10177e92a8056f092472d45408ef } from '../../../articles/checklist/ChecklistPanel'
import { WrittenDate as WrittenDate_48478e4f4f7f0df18157d67e06ccb919 } from '../../../shared/WrittenDate'
import { WordsDiff as WordsDiff_fa764e88903fcf56d2329f0cedcc0d0d } from '../../../articles/fields/TextDiff'
import { RelatedProposals as RelatedProposals_a5b5f96bc9bdf35dd19ec6bf9cce4234 } from '../../../articles/fields/RelatedProposals'
import { AlertHelp as AlertHelp_8b42ac847150b1d72af4e6751643eaca } from '../../../articles/fields/AlertHelp'
import { TickDiff as TickDiff_fa764e88903fcf56d2329f0cedcc0d0d } from '../../../articles/fields/TextDiff'
import { ArticleMailPanel as ArticleMailPanel_eb6ec02882a0a5b4424ee8a2d7793515 } from '../../../newsletter/article-mail/ArticleMailPanel'
import { ReceiptPanel as ReceiptPanel_cb82ad3e9f0d893d446b66e0cb558fdd } from '../../../delivery-feed/receipts/ReceiptPanel'
import { QuotePanel as QuotePanel_d2086e2922407d2c89a8aded21b24860 } from '../../../quotes/QuotePanel'
import { SharePanel as SharePanel_f55215158de9fac85267c8fb03b8f78c } from '../../../articles/preview/SharePanel'
import { BulkActs as BulkActs_d9a7616c49b64165ff98ba1ac854c08b } from '../../../articles/unpublish/BulkActs'
import { ArrivalsToSee as ArrivalsToSee_f0b65a02f148c4df6676b4ab292fafe6 } from '../../../articles/releases/ArrivalsToSee'
import { MailCount as MailCount_1c8367439072112dfe04df1e713ae939 } from '../../../newsletter/article-mail/MailCount'
import { PublishButton as PublishButton_1511c992ec353d021799a44df29568ef } from '../../../articles/releases/PublishButton'
import { UnpublishButton as UnpublishButton_b05308528103d5aae8856c532bfecd78 } from '../../../articles/unpublish/UnpublishButton'
import { UsesPanel as UsesPanel_ba1a5a81d87910a860f70dfdce1ad4e6 } from '../../../uses/UsesPanel'
import { RemovePanel as RemovePanel_ddb3fc6681b8c4c79be0c04be72140b3 } from '../../../media/removal/RemovePanel'
import { FileProposals as FileProposals_295e81b6a89fc4b8626ff8e5f890125a } from '../../../media/FileProposals'
import { FocusCrops as FocusCrops_306a5d26292c555a338bd8c55a8115fd } from '../../../media/FocusCrops'
import { FollowersPanel as FollowersPanel_92470b9c4657ef5c4f51c73a873d4152 } from '../../../newsletter/subscribers/followers/FollowersPanel'
import { KeptList as KeptList_b1bf581bc28b4e928ff9f912e88a0763 } from '../../../newsletter/admin/KeptList'
import { SubscriberHistory as SubscriberHistory_a8cba038d7c1b4521e6d25ef6ae02956 } from '../../../newsletter/subscribers/files/SubscriberHistory'
import { SubscriberFiles as SubscriberFiles_2f21b8f6d2f428a29e12033926f9897d } from '../../../newsletter/subscribers/files/SubscriberFiles'
import { MailingOverview as MailingOverview_4f06de0b176ca3b4382721240dac1740 } from '../../../newsletter/admin/MailingOverview'
import { SetupCodeField as SetupCodeField_152b0120a55d51f7209eff8f2feb7b93 } from '../../../users/first-admin/SetupCodeField'
import { PresentPasswordField as PresentPasswordField_d9845c5bfe1221c3f72c7ce7e4e4c32f } from '../../../users/passwords/PresentPasswordField'
import { AccountDoors as AccountDoors_330d2165968a96e873754b51ade3e8c4 } from '../../../users/second-factor/AccountDoors'
import { LogSentence as LogSentence_4dfcafc620bf02a3cddebf4881837439 } from '../../../log/LogSentence'
import { DomainPanel as DomainPanel_a243c8f35e57494d02cd9a47ae7c08eb } from '../../../newsletter/provider/DomainPanel'
import { Icon as Icon_8c3bf6d9c8d24e4e81ab6192a4938147 } from '../../../admin/Logo'
import { Logo as Logo_8c3bf6d9c8d24e4e81ab6192a4938147 } from '../../../admin/Logo'
import { MovingLink as MovingLink_0bc535db410a07559c6a541ff7e7295d } from '../../../moving/screen/MovingLink'
import { NoMailNotice as NoMailNotice_f058a1af0198cfb585ba90db1175d2cd } from '../../../newsletter/admin/NoMailNotice'
import { Guide as Guide_8797f75a91db41ffad4e3ce10e5c991e } from '../../../starter/Guide'
import { Desk as Desk_f32975ed34d066c1e50e64336946cd73 } from '../../../dashboard/Desk'
import { Readership as Readership_3e2c9499b0cc119573be9172228ba35a } from '../../../newsletter/admin/Readership'
import { TypeInFields as TypeInFields_87775c90584855127d45f2a717359de5 } from '../../../writing/TypeInFields'
import { DrawBoxes as DrawBoxes_c6965888025a29d3da5382ac31573866 } from '../../../writing/boxes/DrawBoxes'
import { KeepTyped as KeepTyped_d807fc4450add02e813ceefcdbbb8e10 } from '../../../articles/saves/unsaved/KeepTyped'
import { NameControls as NameControls_873d557deb6fcf90b6a64cf800c27544 } from '../../../admin/NameControls'
import { FirstUserView as FirstUserView_6f41b03ad14b2d562519a5494c2e5b5a } from '../../../users/first-admin/FirstUserView'
import { LoginView as LoginView_16b0bc4b948d03e5d49c06b2178fb7e5 } from '../../../users/second-factor/LoginView'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/articles/saves/SaveGuard#SaveGuard": SaveGuard_4197b66e9aeeb5a0730cb93aa1bea815,
  "/articles/fields/TextDiff#NoDiff": NoDiff_fa764e88903fcf56d2329f0cedcc0d0d,
  "/articles/saves/unsaved/KeepUnsaved#KeepUnsaved": KeepUnsaved_0419ba86a9603e68611b972865facb99,
  "/articles/preview/FollowPreview#FollowPreview": FollowPreview_950a96c1c92cccd38552bd93ae32ab05,
  "/articles/fields/WrittenField#WrittenField": WrittenField_0a1d76438d96212d9346f0bff6b84179,
  "/articles/fields/PicturePreview#PicturePreview": PicturePreview_446bd49231f810ae42349db8fc88ea3f,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#BlocksFeatureClient": BlocksFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/writing/boxes/KeepBox#KeepBox": KeepBox_80910b7fa1557eacd99b5493e0f0139f,
  "@payloadcms/richtext-lexical/client#InlineToolbarFeatureClient": InlineToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/writing/writing-feature#WritingFeatureClient": WritingFeatureClient_f6254c03f25f379b8d08e6f2a81052d4,
  "@payloadcms/richtext-lexical/client#TextStateFeatureClient": TextStateFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
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
  "/articles/fields/ArticleCard#ArticleCard": ArticleCard_830e96aac0902f0bce18d8031c7c54e0,
  "/articles/fields/TablePreview#TablePreview": TablePreview_9d0bc51695fd986ac99d9384590274c3,
  "/articles/rows/RowsField#RowsField": RowsField_82c271ebb0b4eeb61f38847655ee86aa,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/articles/fields/TextDiff#BodyDiff": BodyDiff_fa764e88903fcf56d2329f0cedcc0d0d,
  "/articles/checklist/ChecklistPanel#ChecklistPanel": ChecklistPanel_4a9f10177e92a8056f092472d45408ef,
  "/shared/WrittenDate#WrittenDate": WrittenDate_48478e4f4f7f0df18157d67e06ccb919,
  "/articles/fields/TextDiff#WordsDiff": WordsDiff_fa764e88903fcf56d2329f0cedcc0d0d,
  "/articles/fields/RelatedProposals#RelatedProposals": RelatedProposals_a5b5f96bc9bdf35dd19ec6bf9cce4234,
  "/articles/fields/AlertHelp#AlertHelp": AlertHelp_8b42ac847150b1d72af4e6751643eaca,
  "/articles/fields/TextDiff#TickDiff": TickDiff_fa764e88903fcf56d2329f0cedcc0d0d,
  "/newsletter/article-mail/ArticleMailPanel#ArticleMailPanel": ArticleMailPanel_eb6ec02882a0a5b4424ee8a2d7793515,
  "/delivery-feed/receipts/ReceiptPanel#ReceiptPanel": ReceiptPanel_cb82ad3e9f0d893d446b66e0cb558fdd,
  "/quotes/QuotePanel#QuotePanel": QuotePanel_d2086e2922407d2c89a8aded21b24860,
  "/articles/preview/SharePanel#SharePanel": SharePanel_f55215158de9fac85267c8fb03b8f78c,
  "/articles/unpublish/BulkActs#BulkActs": BulkActs_d9a7616c49b64165ff98ba1ac854c08b,
  "/articles/releases/ArrivalsToSee#ArrivalsToSee": ArrivalsToSee_f0b65a02f148c4df6676b4ab292fafe6,
  "/newsletter/article-mail/MailCount#MailCount": MailCount_1c8367439072112dfe04df1e713ae939,
  "/articles/releases/PublishButton#PublishButton": PublishButton_1511c992ec353d021799a44df29568ef,
  "/articles/unpublish/UnpublishButton#UnpublishButton": UnpublishButton_b05308528103d5aae8856c532bfecd78,
  "/uses/UsesPanel#UsesPanel": UsesPanel_ba1a5a81d87910a860f70dfdce1ad4e6,
  "/media/removal/RemovePanel#RemovePanel": RemovePanel_ddb3fc6681b8c4c79be0c04be72140b3,
  "/media/FileProposals#FileProposals": FileProposals_295e81b6a89fc4b8626ff8e5f890125a,
  "/media/FocusCrops#FocusCrops": FocusCrops_306a5d26292c555a338bd8c55a8115fd,
  "/newsletter/subscribers/followers/FollowersPanel#FollowersPanel": FollowersPanel_92470b9c4657ef5c4f51c73a873d4152,
  "/newsletter/admin/KeptList#KeptList": KeptList_b1bf581bc28b4e928ff9f912e88a0763,
  "/newsletter/subscribers/files/SubscriberHistory#SubscriberHistory": SubscriberHistory_a8cba038d7c1b4521e6d25ef6ae02956,
  "/newsletter/subscribers/files/SubscriberFiles#SubscriberFiles": SubscriberFiles_2f21b8f6d2f428a29e12033926f9897d,
  "/newsletter/admin/MailingOverview#MailingOverview": MailingOverview_4f06de0b176ca3b4382721240dac1740,
  "/users/first-admin/SetupCodeField#SetupCodeField": SetupCodeField_152b0120a55d51f7209eff8f2feb7b93,
  "/users/passwords/PresentPasswordField#PresentPasswordField": PresentPasswordField_d9845c5bfe1221c3f72c7ce7e4e4c32f,
  "/users/second-factor/AccountDoors#AccountDoors": AccountDoors_330d2165968a96e873754b51ade3e8c4,
  "/log/LogSentence#LogSentence": LogSentence_4dfcafc620bf02a3cddebf4881837439,
  "/newsletter/provider/DomainPanel#DomainPanel": DomainPanel_a243c8f35e57494d02cd9a47ae7c08eb,
  "/admin/Logo#Icon": Icon_8c3bf6d9c8d24e4e81ab6192a4938147,
  "/admin/Logo#Logo": Logo_8c3bf6d9c8d24e4e81ab6192a4938147,
  "/moving/screen/MovingLink#MovingLink": MovingLink_0bc535db410a07559c6a541ff7e7295d,
  "/newsletter/admin/NoMailNotice#NoMailNotice": NoMailNotice_f058a1af0198cfb585ba90db1175d2cd,
  "/starter/Guide#Guide": Guide_8797f75a91db41ffad4e3ce10e5c991e,
  "/dashboard/Desk#Desk": Desk_f32975ed34d066c1e50e64336946cd73,
  "/newsletter/admin/Readership#Readership": Readership_3e2c9499b0cc119573be9172228ba35a,
  "/writing/TypeInFields#TypeInFields": TypeInFields_87775c90584855127d45f2a717359de5,
  "/writing/boxes/DrawBoxes#DrawBoxes": DrawBoxes_c6965888025a29d3da5382ac31573866,
  "/articles/saves/unsaved/KeepTyped#KeepTyped": KeepTyped_d807fc4450add02e813ceefcdbbb8e10,
  "/admin/NameControls#NameControls": NameControls_873d557deb6fcf90b6a64cf800c27544,
  "/users/first-admin/FirstUserView#FirstUserView": FirstUserView_6f41b03ad14b2d562519a5494c2e5b5a,
  "/users/second-factor/LoginView#LoginView": LoginView_16b0bc4b948d03e5d49c06b2178fb7e5,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
