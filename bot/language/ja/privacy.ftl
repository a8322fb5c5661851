# コマンド。
help-name = ヘルプ
help-description = FitCheckがここでできること
privacy-name = プライバシー
privacy-description = FitCheckが何をいつまで保存するか
forget-name = 私を忘れて
forget-description = あなたについてFitCheckが保存したものを、全サーバーで削除します

# ヘルプ。
help-start =
    ### FitCheck
    写真の衣類の種類を答え、自信がないときはそう言います。写真を投稿する、写真への返信で私をメンションする、DMで送る、またはコマンドを使ってください：
help-command = **/{ $name }** { $description }
help-menu = メッセージのメニューの**アプリ → { $name }**：その画像の衣類を答えます
help-end = 私も間違えます。/{ privacy-name }で保存内容がわかり、/{ forget-name }であなたに関するものを削除できます。

# プライバシー。
privacy-always =
    ### 保存するもの
    - 画像は保存しません。答えるまでの数秒だけ持ち、その後は消えます。
    - 投稿されたもので学習することはありません。
    - メッセージの文章や名前は保存せず、メッセージ、チャンネル、人を表すDiscordの番号だけを保存します。
    - 非公開での質問は、集計するサーバーで枚数が数えられるだけで、ほかには何も残りません。
privacy-nowhere = ここでは何も保存しません。
privacy-here = **このサーバーでは**
privacy-counts-on = - 枚数を保存します：分類ごと、日ごとの画像の枚数です。人については何もわかりません。
privacy-counts-off = - 枚数は新しく保存しません。以前のものは、このサーバーから私が外されるまで残ります。
privacy-corrections-on = - 訂正を保存します：私の答え、画像を投稿した人、誰がどう投票したか。
privacy-corrections-off = - 訂正は新しく保存しません。以前のものは期限が来たら削除します。
privacy-index-on = - 索引を保存します：どのメッセージにどの分類があり、誰が投稿したか。/{ find-name }で、読める人が探せるようにするためです。
privacy-index-off = - 索引はオフなので、分類で投稿を探すことはできません。以前に索引のために保存したものは期限が来たら削除します。
privacy-retention = 答えと投票は保存から{ $days }日後に削除します。削除されたメッセージのものはすぐに忘れます。
privacy-rights = /{ forget-name }は、あなたについて保存したものを全サーバーですぐに削除します。それ以外は運営者にお尋ねください。名前は私のプロフィールにあります。

# 忘れる。
forget-done =
    ### 全サーバーで忘れました
    - { $posts ->
        [0] あなたの投稿は保存されていませんでした
       *[other] あなたの投稿{ $posts }件
    }
    - { $answers ->
        [0] それらへの答えはありませんでした
       *[other] それらへの答え{ $answers }件
    }
    - { $votes ->
        [0] 投票はありませんでした
       *[other] あなたの投票とあなたの投稿への投票{ $votes }件
    }
    これからの投稿には答え、/{ privacy-name }のとおりに保存します。管理者がチャンネルの過去を索引に取り込むと、そこでのあなたの投稿もまた入ります。
forget-nothing = あなたについて保存されているものはありませんでした。
